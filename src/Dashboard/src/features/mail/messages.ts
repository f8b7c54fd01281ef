import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { title: "Mails of this development machine", about: "No mail server is set: what would have been sent is shown here, and only here.", none: "No mails yet", noneHelp: "Invite somebody, or ask for a new password.", to: "to {name}", list: "Mails", links: "Links", files: "Files", gone: "There is no such page", goneHelp: "Mails are only shown on the machine that the product runs on, while no mail server is set.", back: "To the product" },
  de: { title: "Mails dieses Entwicklungsrechners", about: "Es ist kein Mailserver eingestellt: Was gesendet worden wäre, steht hier, und nur hier.", none: "Noch keine Mails", noneHelp: "Laden Sie jemanden ein, oder fordern Sie ein neues Passwort an.", to: "an {name}", list: "Mails", links: "Links", files: "Dateien", gone: "Diese Seite gibt es nicht", goneHelp: "Mails werden nur auf dem Rechner gezeigt, auf dem das Produkt läuft, solange kein Mailserver eingestellt ist.", back: "Zum Produkt" },
});
