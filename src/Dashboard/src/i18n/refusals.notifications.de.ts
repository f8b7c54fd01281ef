import type { RefusalTexts } from "./refusals";

/** Every code that the Notifications module can answer; a test reads them from the server's sources. */
export const refusals: RefusalTexts = {
  "mail-under-way": "Diese Mail wird gerade übergeben. Melden Sie es in einer Minute noch einmal.",
  "signature-wrong": "Das ist nicht mit dem Geheimnis dieser Adresse signiert, oder nicht in den letzten fünf Minuten.",
  "mail-server-wrong": "Dieser Server kann nicht angerufen werden. Er muss im öffentlichen Internet stehen, auf Port 587, 465, 2525 oder 25; einen im eigenen Netz erlaubt, wer Billing betreibt (Outgoing__Allow).",
  "mail-port-wrong": "Ein Port ist eine Zahl von 1 bis 65535; Mailserver hören auf 587, 465 oder 25.",
  "mail-line-wrong": "Wählen Sie tls, startTls oder plain.",
  "mail-from-wrong": "Schreiben Sie die eine Adresse, von der die Mails kommen, wie billing@example.test.",
  "mail-user-wrong": "Ein Benutzername hat höchstens 320 Zeichen und keinen Zeilenumbruch.",
  "mail-password-missing": "Schreiben Sie das Passwort; für einen anderen Server, eine andere Verschlüsselung oder einen anderen Benutzer wird es noch einmal verlangt.",
  "mail-password-too-long": "Ein Passwort hat höchstens 1000 Zeichen.",
  "mail-password-in-the-clear": "Das Passwort würde unverschlüsselt gesendet; wählen Sie TLS oder STARTTLS.",
  "mail-to-wrong": "Schreiben Sie die eine Adresse, an die die Mail geht.",
  "mail-server-missing": "Die Organisation hat keinen eigenen Mailserver. Schreiben Sie, welcher es ist.",
  "mail-not-taken": "Der Mailserver hat die Mail nicht angenommen. Prüfen Sie Server, Verschlüsselung und Anmeldung. Seine Antwort: {answer}",
};
