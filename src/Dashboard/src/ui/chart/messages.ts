import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { export: "Export: {what}", picture: "Picture", table: "Table" },
  de: { export: "Exportieren: {what}", picture: "Bild", table: "Tabelle" },
});
