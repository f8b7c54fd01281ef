import type { RefusalTexts } from "./refusals";

/** What prices, budgets, forecasts, allocation and files of AI costs can refuse, and what is said of the models of a catalogue. */
export const refusals: RefusalTexts = {
  // Pricing a call
  "extras-negative": "Von {what} gibt es weniger als nichts; die Quelle irrt sich.",
  "fast-unpriced": "Der Preis von „{model}“ sagt nichts über den schnellen Modus. Ergänzen Sie seinen Faktor, und bewerten Sie die Nutzung neu.",
  "hour-unknown": "„{model}“ kostet zu bestimmten Stunden weniger, und bei Aufrufen, die über mehr als diese zusammengezählt wurden, lässt sich das nicht sagen. Lassen Sie sich den Bericht stundenweise geben, oder senden Sie einzelne Aufrufe.",
  "kind-unpriced": "Der Preis von „{model}“ sagt nichts über {what}. Ergänzen Sie ihn, und bewerten Sie die Nutzung neu.",
  "length-unknown": "„{model}“ kostet mehr, wo ein Aufruf über {over} Token liest, und bei zusammengezählten Aufrufen lässt sich das nicht sagen. Lassen Sie den Bericht nach Kontextfenster gruppieren, oder senden Sie einzelne Aufrufe.",
  "model-unknown": "Niemand weiß, was „{model}“ bei „{provider}“ kostet. Importieren Sie einen Katalog, der es hat, oder schreiben Sie einen eigenen Preis.",
  "pattern-unclear": ["„{given}“ benennt kein Modell. Schreiben Sie seine Kennung wie der Anbieter, mit * für beliebige Zeichen, und wenigstens ihren Anfang.", "Ein Modell fehlt. Schreiben Sie seine Kennung wie der Anbieter."],
  "price-not-valid": "Die Preise von „{model}“ bei „{provider}“ reichen nicht bis zum {day}. Schreiben Sie einen, der an diesem Tag gilt.",
  "requests-untold": "Jede Anfrage an „{model}“ hat einen Preis, und die Quelle sagt nicht, wie viele es waren. Senden Sie einzelne Aufrufe, oder tragen Sie die Kosten von Hand ein.",
  "tier-unpriced": "Der Preis von „{model}“ sagt bei dieser Länge nichts über die Stufe {tier}. Ergänzen Sie ihn, und bewerten Sie die Nutzung neu.",
  "tokens-inconsistent": "{count} Token von {kind} können nicht stimmen: Die Quelle zählt einige doppelt. Prüfen Sie, wie sie ihren Zwischenspeicher meldet.",
  "too-many-tokens": "Von {kind} gibt es mehr als {most} Token: Die Quelle zählt etwas anderes.",

  // Catalogues
  "catalogue-not-json": "Diese Datei ist kein JSON: In Zeile {line} stimmt etwas nicht. Laden Sie den Katalog neu, und senden Sie ihn, wie er ist.",
  "catalogue-unlike": "Diese Datei sieht nicht aus wie der Katalog von {catalogue}. Laden Sie ihn neu, und senden Sie ihn, wie er ist.",
  "model-twice": "Der Katalog hat es zweimal; das erste wurde genommen.",
  "no-price": "Der Katalog hat dafür keinen Preis, den das Preisbuch aufnehmen kann; das heißt nicht, dass es nichts kostet.",
  "not-taken": "Preise zu bestimmten Stunden wurden nicht übernommen. Schreiben Sie einen eigenen Preis, wo es auf sie ankommt.",
  "price-gone": "{name} war {was} und wird nicht mehr genannt.",
  "price-jump": "{name} war {was} und wäre {became}, eine Änderung um mehr als die Hälfte.",
  "price-unit": ["{name} war {was} und wäre {became}: Gemeint war eine andere Einheit.", "{name} von {became} für eine Million Token liegt jenseits aller bekannten Preise: Gemeint war eine andere Einheit."],
  "price-unreadable": "Ein Preis ist keine Zahl von 0 an.",
  "price-varies": "Was es kostet, hängt davon ab, welches Modell dahinter gewählt wird; der Bericht des Anbieters sagt, was bezahlt wurde.",
  "price-zero": ["{name} war {was} und wäre 0.", "Alle Preise sind 0; bestätigen Sie, dass es nichts kostet."],
  "read-above-input": "Aus dem Zwischenspeicher zu lesen kostet {became}, mehr als {was} für neu Gelesenes.",

  // Budgets, projections, forecasts, anomalies
  "baseline-out-of-range": "Verglichen wird mit {least} bis {most} Tagen.",
  "budget-not-positive": "Ein Budget ist mehr als nichts.",
  "horizon-out-of-range": "Eine Vorhersage reicht {least} bis {most} Tage voraus.",
  "period-not-begun": "Dieser Zeitraum beginnt am {from}; bis dahin gibt es nichts, woran man sich halten könnte.",
  "sensitivity-unknown": "Eine Empfindlichkeit ist 1,5, 2,0 oder 2,5 Abweichungen.",
  "threshold-twice": "Bei {at} gibt es zwei Schwellen. Nehmen Sie eine davon heraus.",
  "threshold-zero": "Eine Schwelle ist mehr als 0 %; dass noch nichts ausgegeben wurde, ist keine Nachricht.",
  "thresholds-many": "Ein Budget hat höchstens {most} Schwellen.",
  "too-few-days": "Eine Vorhersage braucht wenigstens zwei Tage, die gelesen wurden. Lesen Sie die Konten, und fragen Sie morgen wieder.",

  // Allocation, re-billing, what-if
  "currencies-differ": "Preise in {one} und in {other} werden nicht verglichen. Wählen Sie Aufrufe und ein Modell, deren Preise in einer Währung sind.",
  "margin-negative": "Ein Aufschlag ist nichts oder mehr. Um weniger als die Kosten zu berechnen, geben Sie auf der Rechnung einen Rabatt.",
  "margin-of-other-currency": "Der Aufschlag ist in {margin}, die Forderung in {charge}. Schreiben Sie den Aufschlag in {charge}.",
  "rate-not-positive": "Ein Kurs ist mehr als nichts.",
  "rate-of-other-currency": "Die Kosten sind in {cost}, der Kurs ist von {rate}. Nennen Sie den Kurs von {cost}.",
  "rule-without-targets": "Eine Regel sagt, für wen die Kosten sind. Nennen Sie wenigstens einen Kunden, ein Projekt oder ein Schlagwort.",
  "shares-above-all": "Die Anteile einer Regel sind zusammen {shares} %. Lassen Sie höchstens 100 %.",
  "target-twice": "Eine Regel nennt jedes Ziel einmal. Fassen Sie seine Anteile zusammen.",

  // Files
  "cell-missing": "Diese Zelle ist leer, und ohne sie sagt die Zeile nichts.",
  "cost-too-fine": "Kosten haben höchstens 12 Nachkommastellen.",
  "not-a-count": "„{given}“ ist keine Zahl von Token; schreiben Sie nur Ziffern, wie 120000.",
  "not-a-number": "„{given}“ ist keine Zahl; schreiben Sie sie mit einem Punkt und ohne Tausender, wie 1234.5.",
  "not-an-instant": "„{given}“ ist kein Zeitpunkt; schreiben Sie ihn in UTC, wie 2026-11-09T00:00:00Z.",
  "not-tags": "„{given}“ sind keine Schlagworte; schreiben Sie ein JSON-Objekt aus Namen und Texten.",
  "nothing-told": "Die Zeile nennt weder Kosten noch Token; schreiben Sie wenigstens eines davon.",
  "period-backwards": "Das liegt nicht nach dem Beginn des Zeitraums; er endet mit dem ersten Augenblick, der nicht mehr dazugehört.",
  "unknown-currency": "„{given}“ ist keine Währung; schreiben Sie drei Buchstaben wie USD.",
  "unknown-word": "„{given}“ ist hier nicht bekannt; schreiben Sie eines von {words}.",
  "usage-column-missing": "Es gibt keine Spalte „{column}“. Die erste Zeile benennt die Spalten; gebraucht werden {needed}.",
};
