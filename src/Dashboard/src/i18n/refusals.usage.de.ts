import type { RefusalTexts } from "./refusals";

/** What meters, usage, prices, wallets and coupons can refuse. Why a single usage event was not taken stands in the answer, for programs. */
export const refusals: RefusalTexts = {
  // Meters
  "bad-filter-values": "Ein Filter hat 1 bis 100 Werte von höchstens 500 Zeichen.",
  "bad-meter-code": "Das Kürzel eines Zählers hat 1 bis 64 kleine Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche und beginnt mit einem Buchstaben.",
  "bad-metered-price": "Das ist kein Preis. Sehen Sie ihn sich noch einmal an.",
  "bad-places": "Eine Menge wird auf 0 bis 12 Nachkommastellen gerundet.",
  "bad-property": ["„{given}“ ist kein Name einer Eigenschaft: 1 bis 100 Zeichen, die man sieht.", "Das ist kein Name einer Eigenschaft: 1 bis 100 Zeichen, die man sieht."],
  "code-taken": "Ein Zähler dieses Kürzels besteht schon, vielleicht ein stillgelegter. Wählen Sie ein anderes.",
  "grouping-twice": "Eine Eigenschaft steht zweimal unter denen, nach denen unterschieden wird.",
  "meter-retired": "Dieser Zähler nimmt keine Ereignisse mehr auf. Legen Sie einen anderen an.",
  "nothing-included": "Nur ein Preis für Mengen schließt einige davon ein, 0 oder mehr. Lassen Sie das Eingeschlossene weg, oder wählen Sie einen anderen Preis.",
  "price-not-metered": "Gezähltes wird zu einem Preis verkauft, der eine Menge oder Ereignisse ansieht. Für eine feste Gebühr nehmen Sie einen festen Bestandteil.",
  "property-of-unique-count": "Nur die Anzahl verschiedener Werte zählt eine Eigenschaft; dort nennen Sie sie, sonst lassen Sie sie weg.",
  "too-many-filters": "Ein Zähler hat höchstens 10 Filter.",
  "too-many-groupings": "Ein Zähler unterscheidet nach höchstens 5 Eigenschaften.",
  "bad-freeze": "Nutzung wird 1 bis 8760 Stunden nach dem Ende ihres Zeitraums eingefroren. Geben Sie eine andere Zahl ein.",
  // Plans and bills
  "bad-plan-code": "Das Kürzel eines Tarifs hat 1 bis 64 kleine Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche und beginnt mit einem Buchstaben.",
  "bad-plan-day": "Ein Tag eines Tarifs liegt in den Jahren 2000 bis 2999.",
  "left-before-it-begins": "Ein Tarif endet an dem Tag, an dem er beginnt, oder später. Wählen Sie einen späteren Tag.",
  "meter-billed-already": ["„{meter}“ wird zu dieser Zeit schon nach dem Tarif „{plan}“ abgerechnet. Beenden Sie erst diesen, oder wählen Sie andere Tage.", "Das wird zu dieser Zeit schon nach einem anderen Tarif abgerechnet. Beenden Sie erst diesen, oder wählen Sie andere Tage."],
  "nothing-waits": "Von diesem Zeitraum wartet keine verspätete Nutzung. Sehen Sie noch einmal nach.",
  "plan-code-taken": "Ein Tarif dieses Kürzels besteht schon, vielleicht ein stillgelegter. Wählen Sie ein anderes.",
  "plan-retired": "Dieser Tarif ist stillgelegt. Legen Sie einen anderen an.",
  "too-many-clients": "Höchstens 500 Kunden werden auf einmal verglichen. Wählen Sie einige von ihnen.",
  "unknown-assignment": "Dieser Kunde hat den Tarif nicht oder nicht mehr. Sehen Sie in der Liste der Kunden nach.",
  "version-from-past": ["Zeiträume, die begonnen haben, bleiben, wie sie vereinbart sind. Die Fassung gilt ab {earliest} oder später.", "Zeiträume, die begonnen haben, bleiben, wie sie vereinbart sind. Wählen Sie einen späteren Tag."],
  // Usage
  "bad-length": "Wer etwas genutzt hat, nennen 1 bis 255 Zeichen.",
  "bad-metadata": "Beigaben sind höchstens 50 Texte von höchstens 500 Zeichen, jeder mit einem Namen.",
  "period-ends-first": "Der Zeitraum endet, nachdem er begonnen hat. Achten Sie darauf, was was ist.",
  "body-too-large": "Entpackt ist die Liste zu groß. Senden Sie sie in Teilen, oder als Zeilen (application/x-ndjson).",
  "too-far-ahead": "Das Ereignis liegt mehr als einen Tag voraus. Achten Sie auf die Zeitzone.",
  "too-old": "Das Ereignis liegt vor dem Jahr 2000. Achten Sie auf die Einheit seiner Zeit.",
  "unknown-content-encoding": "Senden Sie die Ereignisse unverpackt oder mit Content-Encoding: gzip.",
  "usage-withdrawn": "Dieses Ereignis wurde zurückgezogen. Senden Sie ein neues unter einer anderen Kennung.",
  // Back-fills
  "backfill-closed": "Dieser Nachtrag ist abgeschlossen und nimmt keine Ereignisse mehr auf. Beginnen Sie einen anderen.",
  "backfill-undone": "Dieser Nachtrag wurde zurückgenommen und nimmt keine Ereignisse mehr auf. Beginnen Sie einen anderen.",
  "column-missing": ["Es gibt keine Spalte „{column}“. Die erste Zeile benennt die Spalten: id, meter, subject, value, at und eine für jede Eigenschaft.", "Eine Spalte fehlt. Die erste Zeile benennt die Spalten: id, meter, subject, value, at und eine für jede Eigenschaft."],
  // Limits
  "bad-limit-code": "Das Kürzel eines Limits hat 1 bis 64 kleine Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche und beginnt mit einem Buchstaben.",
  "bad-thresholds": "Gemeldet wird bei höchstens 10 Schwellen, jede von 1 bis 1000 %.",
  "limit-below-nothing": "Ein Limit ist nicht kleiner als 0.",
  "too-many-limits": "Ein Kunde hat höchstens 100 eigene Limits. Heben Sie erst eines auf.",
  "unknown-meter": ["Es gibt keinen Zähler „{meter}“. Legen Sie ihn erst an, oder berichtigen Sie das Kürzel.", "Diesen Zähler gibt es nicht. Legen Sie ihn erst an, oder berichtigen Sie das Kürzel."],
  // Prices
  "not-readable": "Die Anfrage lässt sich nicht lesen.",
  // Wallets
  "bad-priority": "Ein Rang ist 1 bis 100; die kleinste Zahl bezahlt zuerst.",
  "bad-scope": "Ein Bereich ist höchstens 50 Zähler oder Arten von Posten, jede mit Namen und nur einmal.",
  "balance-too-low": ["In diesem Guthaben sind noch {balance}. Nehmen Sie nicht mehr, oder laden Sie es erst auf.", "In diesem Guthaben ist weniger. Nehmen Sie nicht mehr, oder laden Sie es erst auf."],
  "out-of-scope": "Dieses Guthaben bezahlt das nicht. Nehmen Sie ein anderes.",
  "source-taken": "Diese Quelle kam schon mit einem anderen Betrag oder einer anderen Art vor. Nennen Sie eine andere.",
  "wallet-expired": "Dieses Guthaben bezahlt nach seinem letzten Tag nichts mehr. Nehmen Sie ein anderes.",
  "wallet-voided": "Dieses Guthaben wurde für nichtig erklärt. Legen Sie ein anderes an.",
  // Coupons
  "amount-or-share": "Ein Gutschein zieht einen Betrag oder einen Anteil ab. Geben Sie eines von beiden ein.",
  "bad-coupon-code": "Der Code eines Gutscheins hat 2 bis 40 große Buchstaben, Ziffern und Bindestriche. Wählen Sie einen anderen.",
  "bad-coupon-periods": "Ein Gutschein gilt für 1 bis 1200 Zeiträume, oder für immer. Geben Sie eine andere Zahl ein, oder keine.",
  "bad-coupon-value": "Ein Gutschein zieht mehr als nichts ab, und höchstens 100 %. Geben Sie einen anderen Wert ein.",
  "coupon-code-taken": "Ein Gutschein dieses Codes besteht schon. Wählen Sie einen anderen.",
  "coupon-not-given": "Dieser Kunde hat den Gutschein nicht. Vergeben Sie ihn erst.",
  "coupon-used-up": "Dieser Kunde hat den Gutschein so oft eingelöst, wie er gilt. Vergeben Sie einen anderen.",
  "coupon-withdrawn": "Dieser Gutschein wurde zurückgezogen. Legen Sie einen anderen an.",
};
