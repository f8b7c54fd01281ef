import type { RefusalTexts } from "./refusals";

/** What accounts of AI services, and reading them, can refuse. */
export const refusals: RefusalTexts = {
  "ai-account-archived": "Dieses Konto ist archiviert. Eröffnen Sie ein anderes.",
  "ai-account-name-taken": "Bei diesem Anbieter gibt es schon ein Konto dieses Namens. Wählen Sie einen anderen.",
  "ai-address-fixed": "Dieser Anbieter ist für alle an einer Adresse. Lassen Sie sie weg.",
  "ai-address-missing": "Schreiben Sie, wo Ihr Server ist, wie https://gateway.example.test.",
  "ai-address-wrong": "Diese Adresse kann nicht angerufen werden. Sie beginnt mit https:// und führt ins öffentliche Internet; eine im eigenen Netz erlaubt, wer Billing betreibt (Outgoing__Allow).",
  "ai-limit-not-positive": "Eine monatliche Grenze ist mehr als nichts. Lassen Sie sie weg, wo es keine gibt.",
  "ai-pace-wrong": ["Ein Konto bei {provider} wird einmal in {least} bis 10.080 Minuten gelesen.", "Ein Konto wird höchstens einmal in 10.080 Minuten gelesen."],
  "ai-provider-unknown": ["„{given}“ ist keiner der Anbieter. Wählen Sie einen aus dem Verzeichnis.", "Wählen Sie einen Anbieter aus dem Verzeichnis."],
  "ai-read-from-wrong": "Nutzung wird ab einem Tag der letzten drei Jahre gelesen. Wählen Sie einen anderen Tag.",
  "ai-scope-missing": "Dieser Anbieter fragt, wessen Berichte gemeint sind. Schreiben Sie die Organisation oder das Team.",
  "ai-scope-wrong": "Der Name einer Organisation oder eines Teams hat höchstens 100 Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche.",
  "ai-tags-wrong": "Ein Konto hat höchstens 20 Schlagworte mit höchstens 50 Zeichen.",
  "credential-missing": "Schreiben Sie den Schlüssel; für eine andere Adresse oder Organisation wird er noch einmal verlangt.",
  "credential-rejected": "Der Anbieter nimmt diesen Schlüssel nicht an: Er wurde widerrufen, oder er ist von anderer Art.",
  "credential-useless": "Dieser Anbieter erzählt nicht, was genutzt wurde, und braucht keinen Schlüssel. Lassen Sie ihn weg, und melden Sie die Nutzung als Datei, von Hand oder aus Ihren Programmen.",
  "credential-wrong": "Ein Schlüssel ist eine Zeile von höchstens 4000 Zeichen ohne Leerzeichen.",
  "feature-not-available": "Der Anbieter hat keinen solchen Bericht für dieses Konto: sein Tarif, seine Version oder der Name der Organisation kann der Grund sein.",
  "incomplete-read": "Die Antwort des Anbieters ist nicht vollständig; nichts davon zählt.",
  "nothing-to-ask": "Zu diesem Konto gibt es keinen Schlüssel, den der Anbieter annimmt. Schreiben Sie erst einen.",
  "permission-missing": "Der Anbieter kennt diesen Schlüssel, aber er darf diese Berichte nicht lesen.",
  "provider-down": "Der Anbieter antwortet gerade nicht. Versuchen Sie es später noch einmal.",
  "query-refused": "Der Anbieter versteht nicht, was er gefragt wurde.",
  "reading-failed": "Billing ist an diesem Lesen gescheitert. Wer es betreibt, findet den Grund unter den unzustellbaren Nachrichten.",
  "rate-limited": "Der Anbieter wurde zu oft gefragt. Versuchen Sie es später noch einmal.",
};
