import type { RefusalTexts } from "./refusals";

/** Every code that the Facilities module and the edge can answer; a test reads them from the server's sources. */
export const refusals: RefusalTexts = {
  // The edge
  "bad-email": "Das ist keine E-Mail-Adresse; schreiben Sie sie wie anna@example.test.",
  "bad-request": "Die Anfrage ist so nicht lesbar. Prüfen Sie Ihre Angaben.",
  "cross-site": "Eine andere Website hat diese Anfrage gesendet. Öffnen Sie Billing selbst und versuchen Sie es dort.",
  conflict: "Jemand anderes hat das inzwischen geändert. Sehen Sie sich den jetzigen Stand an und versuchen Sie es erneut.",
  "idempotency-key-reused": "Diese Anfrage wurde schon mit anderem Inhalt gesendet. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  internal: "Auf dem Server ist etwas schiefgegangen.",
  "method-not-allowed": "Das lässt sich an dieser Stelle nicht tun.",
  "not-found": "Das gibt es nicht oder nicht mehr.",
  "not-permitted": "Dazu fehlt Ihnen die Berechtigung {permission}. Fragen Sie jemanden, der Ihre Organisation verwaltet.",
  refused: "Der Server hat das abgelehnt.",
  "sign-in-first": "Bitte melden Sie sich an.",
  "too-large": ["Die Datei ist zu groß; teilen Sie sie auf.", "Das ist zu groß: höchstens 1 MiB, für einen Import 20 MiB."],
  "too-slow": "Die Anfrage kam zu langsam an. Versuchen Sie es noch einmal.",
  "unknown-host": "Unter diesem Namen antwortet Billing nicht. Wer es betreibt, trägt Namen in AllowedHosts ein.",
  unavailable: "Die Datenbank ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.",
  "unsupported-media-type": "Diese Art von Datei wird hier nicht gelesen.",

  // Billing a cycle
  "client-missing": "Diese Gruppe steht für keinen Kunden. Wählen Sie ihn erst in den Einstellungen der Gruppe.",
  "client-not-active": "„{client}“ bekommt keine Rechnungen mehr. Stellen Sie den Kunden wieder her, oder wählen Sie für diese Gruppe einen anderen.",
  "too-many-records": "Höchstens {most} Einträge werden auf einmal berechnet. Wählen Sie eine kürzere Zeit oder einige der Einträge.",
  "unknown-client": "Den Kunden dieser Gruppe gibt es nicht. Wählen Sie in den Einstellungen der Gruppe einen anderen.",

  // Amounts, dates, names
  "amount-too-large": ["„{given}“ ist zu groß; ein Betrag ist kleiner als 1.000.000.000.000.000.", "Dieser Betrag ist zu groß; ein Betrag ist kleiner als 1.000.000.000.000.000."],
  "not-a-date": ["„{given}“ ist kein Datum; schreiben Sie es wie 14.11.2025 oder 2025-11-14.", "Das Datum fehlt."],
  "not-an-amount": ["„{given}“ ist kein Betrag; schreiben Sie ihn wie 4250 oder 4.250,00.", "Der Betrag fehlt."],
  "other-currency": "„{given}“ passt nicht: Der Betrag muss in {currency} sein.",
  "too-many-decimals": "„{given}“ hat zu viele Nachkommastellen; {currency} hat {decimals}.",
  "name-has-hidden-characters": "Der Name enthält unsichtbare Zeichen. Bitte tippen Sie ihn neu ein.",
  "name-missing": "Der Name fehlt.",
  "name-too-long": "Der Name ist zu lang: höchstens {longest} Zeichen.",
  "note-too-long": "Die Notiz ist zu lang: höchstens {longest} Zeichen.",

  // Texts that an organisation writes
  "template-block-open": "{tag} in Zeile {line} wird nie geschlossen. Schreiben Sie dahin, wo es endet, {{/if}} oder {{/each}}.",
  "template-filter-unfit": "Der Filter „{filter}“ passt nicht zu {placeholder}: long und iso sind für Tage, plain für Beträge.",
  "template-filter-unknown": "Den Filter „{filter}“ gibt es nicht. Zur Wahl stehen {known}.",
  "template-filter-wrong": "Einem Filter fehlt, was er braucht, oder er hat zu viel: {{client | truncate: 40}} kürzt nach 1 bis 9999 Zeichen, {{purchaseOrder | default: \"–\"}} sagt, was sonst dasteht; die anderen stehen allein.",
  "template-is-list": "{placeholder} ist eine Liste. Schreiben Sie {{#each}} davor und {{/each}} dahinter, was für jedes davon gesagt werden soll.",
  "template-is-no-list": "{placeholder} ist keine Liste. Schreiben Sie {{#if}} statt {{#each}}.",
  "template-tag-unexpected": "{tag} in Zeile {line} beendet nichts, was dort offen ist. Nehmen Sie es heraus, oder öffnen Sie den Block davor.",
  "template-tag-unfinished": "Die Klammern, die in Zeile {line} aufgehen, gehen nicht zu. Schreiben Sie {{ und }} um einen Platzhalter.",
  "template-too-deep": "Blöcke liegen höchstens {deepest} tief ineinander; der in Zeile {line} liegt tiefer. Schreiben Sie es einfacher.",
  "unknown-placeholder": "Den Platzhalter „{placeholder}“ gibt es nicht. Zur Wahl stehen {known}.",

  // Schedules and custom dates
  "anchor-on-another-weekday": "Der Stichtag fällt auf einen anderen Wochentag.",
  "custom-is-arrears": "Eigene Termine rechnen immer den Zeitraum davor ab.",
  "date-out-of-range": "Ein Datum liegt in den Jahren 1900 bis 2999.",
  "date-twice": "{date} steht zweimal in der Liste.",
  "day-out-of-range": "Der Tag im Monat liegt zwischen 1 und 31.",
  "days-fall-together": "Die beiden Tage müssen in jedem Monat verschieden sein; der erste ist höchstens der 27.",
  "explicit-period-missing": "{date}: Geben Sie an, von wann bis wann abgerechnet wird.",
  "no-such-cycle": "Diesen Abrechnungszeitraum gibt es nicht.",
  "period-is-computed": "{date}: Von und bis werden nur für einen ausdrücklichen Zeitraum angegeben.",
  "schedule-needs-anchor": "Dieser Rhythmus braucht einen Stichtag.",
  "schedule-needs-day": "Dieser Rhythmus braucht den Tag im Monat.",
  "schedule-needs-two-days": "Ein halbmonatlicher Rhythmus hat zwei Tage, etwa den 1. und den 16.",
  "schedule-needs-weekday": "Ein wöchentlicher Rhythmus braucht seinen Wochentag.",
  "schedule-takes-no-such-term": "Diese Angabe gehört nicht zu diesem Rhythmus.",
  "too-many-dates": "Eine Gruppe hat höchstens {most} eigene Termine.",

  // Groups, facilities, settings
  "bad-date-format": "„{given}“ steht nicht zur Wahl; es gibt {formats}.",
  "bad-url": "Der Link zum Monatsabschluss muss mit http:// oder https:// beginnen, ohne Passwort und ohne Leerzeichen.",
  "facility-archived": ["Die Einrichtung „{facility}“ ist archiviert; stellen Sie sie zuerst wieder her.", "Die Einrichtung oder ihre Gruppe ist archiviert. Stellen Sie sie zuerst wieder her."],
  "group-archived": ["Die Gruppe „{group}“ ist archiviert; stellen Sie sie zuerst wieder her.", "Diese Gruppe ist archiviert. Stellen Sie sie zuerst wieder her, oder wählen Sie eine andere."],
  "name-taken": "Diesen Namen gibt es schon. Wählen Sie einen anderen, oder stellen Sie das Archivierte wieder her.",
  "organisation-setting": "Zeitzone und Sprachraum gehören zur Organisation und werden hier nicht geändert.",
  "terms-out-of-range": "Das Zahlungsziel liegt zwischen 0 und 365 Tagen.",
  "unknown-facility": "Diese Einrichtung gibt es nicht. Wählen Sie eine Ihrer Einrichtungen.",
  "unknown-group": "Diese Gruppe gibt es nicht. Wählen Sie eine Ihrer Gruppen.",
  "unknown-status-set": "Diesen Statussatz gibt es nicht, oder er wird nicht mehr verwendet.",

  // Status sets
  "default-status-set": "Der Standardsatz bleibt. Legen Sie einen anderen an, und wählen Sie ihn für Ihre Gruppen.",
  "no-such-replacement": "Was „{given}“ ersetzen soll, ist nicht unter den Status, die bleiben.",
  "not-a-colour": "„{given}“ ist keine Farbe; schreiben Sie sie wie #22C55E.",
  "status-elsewhere": "Die Status eines neuen Satzes sind neu; lassen Sie ihre Kennungen weg.",
  "status-in-use": "Einige dieser Status sind in Verwendung. Wählen Sie, was die Einträge stattdessen bekommen.",
  "status-set-in-use": "Dieser Statussatz wird noch verwendet, von: {groups}. Wählen Sie dort zuerst einen anderen.",
  "status-set-retired": "Dieser Statussatz wird nicht mehr verwendet. Wählen Sie einen anderen.",
  "status-twice": "„{given}“ steht zweimal im Satz.",
  "unknown-status": ["„{given}“ ist keiner der Status der Gruppe; es gibt {statuses}.", "Die Status der Gruppe sind {statuses}.", "„{given}“ nennt einen Status, den dieser Satz nicht hat."],
  "wrong-number-of-statuses": "Ein Statussatz hat 1 bis {most} Status.",

  // Records
  "ends-before-it-begins": ["Der Zeitraum endet am {through}, bevor er am {from} beginnt.", "{date}: Der Zeitraum endet, bevor er beginnt.", "Der Zeitraum endet, bevor er beginnt. Prüfen Sie Von und Bis."],
  "period-out-of-range": "Ein Zeitraum liegt in den Jahren 1900 bis 2999.",
  "period-taken": [
    "Zeile {firstLine} rechnet „{facility}“ für {from} bis {through} schon ab, mit anderen Werten; behalten Sie eine der beiden Zeilen.",
    "Für diesen Zeitraum hat die Einrichtung schon einen Eintrag. Ändern Sie jenen, oder wählen Sie einen anderen Zeitraum.",
  ],
  "record-not-named": "Es fehlt, welcher Eintrag gemeint ist.",
  "record-of-another-facility": "Dieser Eintrag gehört zu einer anderen Einrichtung.",
  "record-withdrawn": "Dieser Eintrag wurde zurückgezogen. Stellen Sie ihn zuerst wieder her.",
  "window-too-wide": "Das sind zu viele Zeilen auf einmal. Wählen Sie eine Gruppe oder einen kürzeren Zeitraum.",

  // Imports
  "import-taken": "Dieser Import wurde schon übernommen.",
  "import-undone": "Dieser Import wurde schon rückgängig gemacht.",
  "lines-rejected": "Einige Zeilen können nicht übernommen werden, und Sie wollten alle oder keine. Berichtigen Sie sie, oder nehmen Sie die guten.",
  "missing-columns": "Der Tabelle fehlt: {missing}. Sagen Sie, welche ihrer Spalten gemeint ist.",
  "no-such-cell": "In Zeile {line} gibt es keine Zelle „{column}“, die sich berichtigen ließe.",
  "row-too-long": "Die Zeile hat {cells} Zellen statt {width}; setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen.",
  "too-many-corrections": "Hier lassen sich höchstens {most} Zellen berichtigen. Berichtigen Sie die Datei selbst, und senden Sie sie erneut.",

  // Files
  "bad-quote": ["In Zeile {line} folgt auf eine Zelle in Anführungszeichen noch Text; schließen Sie sie davor, oder verdoppeln Sie Anführungszeichen darin.", "Auf eine Zelle in Anführungszeichen folgt noch Text."],
  "cell-too-long": ["Eine Zelle in Zeile {line} ist länger als 32.767 Zeichen.", "Eine Zelle ist länger als 32.767 Zeichen."],
  damaged: "Die Arbeitsmappe ist beschädigt. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu, und senden Sie diese Datei.",
  "empty-file": "In dieser Datei steht nichts.",
  encrypted: "Die Arbeitsmappe ist mit einem Passwort geschützt; speichern Sie sie ohne.",
  "expands-too-much": "Die Arbeitsmappe ist entpackt zu groß; teilen Sie sie auf.",
  "no-such-sheet": "Dieses Tabellenblatt hat die Arbeitsmappe nicht.",
  "not-a-sheet": "Das ist keine Tabelle; senden Sie eine CSV- oder XLSX-Datei.",
  "old-excel": "Das ist eine alte .xls-Arbeitsmappe; speichern Sie sie als .xlsx oder CSV.",
  "open-quote": ["Die Zelle in Anführungszeichen, die in Zeile {line} beginnt, endet nie; ergänzen Sie das schließende.", "Eine Zelle in Anführungszeichen endet nie."],
  "too-many-cells": "Die Datei ist zu groß; teilen Sie sie auf, oder senden Sie nur die nötigen Spalten.",
  "unknown-encoding": "Der Zeichensatz ist utf-8, utf-16le, utf-16be oder windows-1252.",

  // Pictures and payment codes of documents
  "image-too-large": "Ein Bild hat höchstens 2 MiB; speichern Sie es kleiner.",
  "image-too-many-pixels": ["Dieses Bild hat {width} × {height} Pixel, mehr als 12 Millionen; verkleinern Sie es.", "Ein Bild hat höchstens 12 Millionen Pixel; verkleinern Sie es."],
  "image-kind-not-supported": "Das ist weder ein PNG- noch ein gewöhnliches RGB-JPEG-Bild; speichern Sie es als eines davon.",
  "image-not-readable": "Dieses Bild ist beschädigt und nicht zu lesen; speichern Sie es noch einmal.",
  "not-in-euro": "Einen Zahlcode gibt es nur für Euro.",
  "amount-not-payable": "Einen Zahlcode gibt es für Beträge von 0,01 bis 999.999.999,99.",
  "iban-not-valid": "Die IBAN stimmt nicht; bitte prüfen Sie sie.",
  "payee-missing": "Ein Zahlcode braucht den Namen des Empfängers.",
  "reference-too-long": "Empfänger und Verwendungszweck sind zu lang für einen Zahlcode.",
};
