import type { SupportPassLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { efforts, messages as words, urgencies } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { fieldOf, valueOf, type Field, type Value } from "./lines";
import { messages } from "./messages";

const statuses = ["open", "notReady", "ready", "invoiced", "paid"] as const;

/** Shows values of the diary as people read them. */
export function useValueText(nameOf: (client: string) => string): (line: SupportPassLine, side: "was" | "became") => string {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  const categories = useCategories();
  const word = (text: string) => {
    const urgency = urgencies.find((one) => one === text);
    if (urgency) return w(`urgency_${urgency}`);
    const status = statuses.find((one) => one === text);
    return status ? t(`value_${status}`) : text;
  };
  const show = (value: Value, field: Field | undefined): string => {
    switch (value.as) {
      case "client":
        return nameOf(value.id);
      case "moment":
        return `${formats.day(value.day)} ${value.time}`.trim();
      case "day":
        return formats.day(value.day);
      case "number":
        return showDecimal(value.number, formats.locale, 0);
      case "money":
        return formats.money(value);
      case "word": {
        const effort = field === "effort" && efforts.find((one) => one === value.word);
        return effort ? w(`effort_${effort}`) : word(value.word);
      }
      case "text":
        return field === "category" ? (categories?.find((one) => one.code === value.text)?.name ?? value.text) : value.text;
    }
  };
  return (line, side) => {
    const field = fieldOf(line);
    const value = valueOf(field, line[side]);
    if (value) return show(value, field);
    return field === "description" ? t("unsaid") : t("nobody");
  };
}
