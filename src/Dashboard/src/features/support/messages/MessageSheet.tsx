import { type FormEvent } from "react";
import type { MessageLine, Urgency } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Field, FieldRow, Input, Select, Sheet } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { efforts, messages as words, urgencies } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { otherClient, type Choice } from "./choices";
import { Decision } from "./Decision";
import { messages } from "./messages";

interface MessageSheetProps {
  line: MessageLine;
  /** What was said of it before. */
  choice: Choice | undefined;
  onChoose: (part: { [K in keyof Choice]?: Choice[K] | undefined }) => void;
  onClose: () => void;
}

const asLists = "";

/** What a person says of one message instead of the lists. What is left as they say stays so when the lists change. */
export function MessageSheet({ line, choice, onChoose, onClose }: MessageSheetProps) {
  const t = useText(messages);
  const w = useText(words);
  const { locale } = useFormats();
  const categories = useCategories() ?? [];
  const { draft, dirty, set } = useDraft(() => ({ client: choice?.clientId ?? null, type: choice?.type ?? "", category: choice?.category ?? asLists, urgency: choice?.urgency ?? asLists, effort: choice?.effort ?? asLists, hours: choice?.hours ? showDecimal(choice.hours, locale, 0) : "" }));
  const badHours = draft.hours.trim() !== "" && readDecimal(draft.hours, locale) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (badHours) return;
    onChoose({
      clientId: draft.client ?? undefined,
      type: draft.type.trim() || undefined,
      category: draft.category || undefined,
      urgency: (draft.urgency as Urgency) || undefined,
      effort: (draft.effort as Choice["effort"]) || undefined,
      hours: readDecimal(draft.hours, locale) ?? undefined,
    });
    onClose();
  };
  const lists = { value: asLists, label: t("asLists") };
  return (
    <Sheet open onClose={onClose} title={t("changeTitle", { line: line.line })} dirty={dirty}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="rounded-md bg-quiet-soft px-3 py-2 text-table wrap-anywhere whitespace-pre-line">{line.text}</p>
        <Decision line={line} links={false} />
        <Field label={w("client")}>
          <ClientPicker label={w("client")} value={draft.client ?? otherClient(line, null)} onChange={(client) => set({ client })} />
        </Field>
        <Field label={t("type")}>
          <Input value={draft.type} placeholder={line.type ?? ""} onChange={(event) => set({ type: event.target.value })} maxLength={100} />
        </Field>
        <FieldRow>
          <Field label={t("category")}>
            <Select label={t("category")} value={draft.category} onChange={(category) => set({ category })} options={[lists, ...categories.filter((one) => !one.closed).map(({ code, name }) => ({ value: code, label: name }))]} />
          </Field>
          <Field label={w("urgency")}>
            <Select<string> label={w("urgency")} value={draft.urgency} onChange={(urgency) => set({ urgency })} options={[lists, ...urgencies.map((value) => ({ value, label: w(`urgency_${value}`) }))]} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={w("effort")}>
            <Select<string> label={w("effort")} value={draft.effort} onChange={(effort) => set({ effort })} options={[lists, ...efforts.map((value) => ({ value, label: w(`effort_${value}`) }))]} />
          </Field>
          <Field label={t("hoursOfIt")} {...(badHours ? { error: w("badNumber") } : {})}>
            <Input value={draft.hours} placeholder={line.hours ? showDecimal(line.hours, locale, 0) : ""} onChange={(event) => set({ hours: event.target.value })} inputMode="decimal" />
          </Field>
        </FieldRow>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" disabled={badHours}>
            {t("apply")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
