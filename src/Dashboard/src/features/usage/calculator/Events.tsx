import { useState } from "react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isNegative, readDecimal, showDecimal } from "@/lib/decimal";
import { Field, TextArea } from "@/ui";
import { messages } from "./messages";

/** What each event brought, one a line. */
export function Events({ events, wrong, onChange }: { events: readonly string[]; wrong: boolean; onChange: (events: string[]) => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const [typed, setTyped] = useState(() => events.map((event) => showDecimal(event, locale, 0)).join("\n"));
  const read = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => readDecimal(line, locale));
  const fine = (values: (string | null)[]): values is string[] => values.length <= 100 && values.every((value) => value !== null && !isNegative(value));
  return (
    <Field label={t("events")} hint={t("eventsHint")} error={!fine(read(typed)) || wrong ? t("eventsWrong") : undefined}>
      <TextArea
        rows={5}
        className="tabular"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const values = read(event.target.value);
          if (fine(values)) onChange(values);
        }}
      />
    </Field>
  );
}
