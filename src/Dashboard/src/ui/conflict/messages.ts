import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: {
    conflict: "Somebody saved this meanwhile",
    conflictHelp: "Choose which values stay.",
    field: "Field",
    theirs: "Theirs",
    yours: "Yours",
    useTheirs: "Take theirs",
    keepMine: "Save mine",
    nothing: "–",
  },
  de: {
    conflict: "Jemand hat das inzwischen gespeichert",
    conflictHelp: "Wählen Sie, welche Werte bleiben.",
    field: "Feld",
    theirs: "Andere Fassung",
    yours: "Ihre Fassung",
    useTheirs: "Andere übernehmen",
    keepMine: "Meine speichern",
    nothing: "–",
  },
});
