import { useEffect, useRef, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Field, Pill, Section, TextArea } from "@/ui";
import { messages as words } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { Decision } from "./Decision";
import { messages } from "./messages";
import { sendMessages } from "./queries";
import { oneMessage } from "./words";

/** What the saved lists, which `version` numbers, make of a message that somebody types; nothing is taken. */
export function TryMessage({ sender, version }: { sender: string; version: number }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale } = useFormats();
  const categories = useCategories();
  const [text, setText] = useState("");
  const look = useMutation({ mutationFn: () => sendMessages(oneMessage(sender, text, new Date().toISOString()), {}, true) });
  // What was tried is tried again on lists that were saved since.
  const tried = useRef(version);
  useEffect(() => {
    if (tried.current !== version && look.data) look.mutate();
    tried.current = version;
  }, [version, look]);
  const line = look.data?.preview?.[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") look.mutate();
  };
  return (
    <Section title={t("tryTitle")}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t("tryText")} hint={`${t("tryHelp")} ${t("fromSender", { sender })}`}>
          <TextArea rows={2} value={text} onChange={(event) => setText(event.target.value)} maxLength={10_000} />
        </Field>
        <Button type="submit" className="self-start" busy={look.isPending} disabled={text.trim() === ""}>
          {t("tryIt")}
        </Button>
      </form>
      <ErrorText error={look.error} className="mt-3" />
      <div role="status">
        {line && (
          <p className="mt-3 flex flex-wrap items-center gap-2 rounded-md border border-line px-3 py-2 text-table">
            <Pill tone={line.outcome === "leftOut" ? "quiet" : "good"}>{t(`outcome_${line.outcome}`)}</Pill>
            {line.outcome !== "leftOut" && <span>{[line.type, categories?.find((one) => one.code === line.category)?.name ?? line.category, line.urgency && w(`urgency_${line.urgency}`), line.hours && w("hours", { hours: showDecimal(line.hours, locale, 0) })].filter(Boolean).join(" · ")}</span>}
            <Decision line={line} />
          </p>
        )}
      </div>
    </Section>
  );
}
