import { useId, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { SupportRequest } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Checkbox, DatePicker, ErrorText, Field, FieldRow, Input, Select, Sheet, TextArea, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { Conflict } from "@/ui/conflict/Conflict";
import { FetchedSheet } from "@/ui/FetchedSheet";
import { RawData } from "@/ui/RawData";
import { LockedNote } from "../parts/BilledPill";
import { efforts, messages as words, sources, urgencies } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { changeOf, draftOf, inputOf, isBadHours, newDraft } from "./draft";
import { messages } from "./messages";
import { amendRequest, requestQuery, writeRequest } from "./queries";

interface SheetProps {
  onClose: () => void;
}

/** A request by its id: what is known of it, and what may be changed. */
export function RequestSheet({ id, onClose }: SheetProps & { id: string }) {
  const t = useText(messages);
  return (
    <FetchedSheet title={t("request")} query={useQuery(requestQuery(id))} onClose={onClose}>
      {(row) => <Form key={id} row={row} onClose={onClose} />}
    </FetchedSheet>
  );
}

/** A new one. */
export const NewRequestSheet = ({ client, onClose }: SheetProps & { client: string | null }) => <Form row={null} client={client} onClose={onClose} />;

function Form({ row: given, client = null, onClose }: SheetProps & { row: SupportRequest | null; client?: string | null }) {
  const t = useText(messages);
  const w = useText(words);
  const form = useId();
  const { locale, today, timeZone } = useFormats();
  const queries = useQueryClient();
  const categories = useCategories();
  // As it was when the sheet was opened: a save is a save onto that.
  const [row, setRow] = useState(given);
  const { draft, dirty, set, begin } = useDraft(() => (row ? draftOf(row, locale) : newDraft(client, today, new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date()))));
  const billed = given?.billed ?? null;
  const fixed = billed !== null;
  const input = inputOf(draft, locale);
  const change = row && changeOf(draft, row, locale);
  const ready = row ? change !== null && Object.keys(change).length > 0 : input !== null;
  const save = useMutation({
    mutationFn: (version?: number) => (row ? amendRequest(row.id, version ?? row.version, change!) : writeRequest(input!)),
    onSuccess: () => {
      toast.done(t(row ? "saved" : "written"));
      onClose();
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportRequests] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<SupportRequest>();
  const fault = (field: string, ...codes: string[]) => {
    const said = problem && (codes.includes(problem.code) ? problem.message : problem.fieldError(field));
    return said ? { error: said } : {};
  };
  const known = ["hours-wrong", "web-address-wrong", "request-too-long", "request-day-wrong", "unknown-category"];
  const categoryOf = (code: string) => categories?.find((one) => one.code === code)?.name ?? code;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !fixed) save.mutate(undefined);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(row ? "request" : "newTitle")}
      dirty={dirty && !save.isSuccess}
      actions={
        <>
          <Button onClick={onClose}>{w("cancel")}</Button>
          {!fixed && (
            <Button type="submit" form={form} tone="primary" busy={save.isPending} disabled={!ready}>
              {row ? w("save") : t("write")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <LockedNote billed={billed} />
        <form id={form} onSubmit={submit} noValidate>
          <fieldset disabled={fixed} className="flex min-w-0 flex-col gap-4">
            <Field label={w("client")} {...fault("clientId")}>
              <ClientPicker label={w("client")} value={draft.client} onChange={(next) => set({ client: next })} disabled={fixed} autoFocus={!row && !client} />
            </Field>
            <Field label={t("description")} hint={t("descriptionHint")} {...fault("description", "request-too-long")}>
              <TextArea rows={5} value={draft.description} onChange={(event) => set({ description: event.target.value })} maxLength={10_000} disabled={fixed} />
            </Field>
            <FieldRow>
              <Field label={t("resolvedOn")} {...fault("resolvedOn", "request-day-wrong")}>
                <DatePicker value={draft.on} onChange={(on) => set({ on })} label={t("resolvedOn")} disabled={fixed} />
              </Field>
              <Field label={t("resolvedAt")} {...fault("resolvedAt")}>
                <Input type="time" value={draft.at} onChange={(event) => set({ at: event.target.value })} disabled={fixed} />
              </Field>
            </FieldRow>
            <FieldRow>
              <Field label={t("category")} {...fault("category", "unknown-category")}>
                <Select label={t("category")} value={draft.category} onChange={(category) => set({ category })} disabled={fixed} options={(categories ?? []).filter((one) => !one.closed || one.code === draft.category).map(({ code, name }) => ({ value: code, label: name }))} />
              </Field>
              <Field label={w("urgency")}>
                <Select label={w("urgency")} value={draft.urgency} onChange={(urgency) => set({ urgency })} disabled={fixed} options={urgencies.map((value) => ({ value, label: w(`urgency_${value}`) }))} />
              </Field>
            </FieldRow>
            <FieldRow>
              <Field label={w("effort")}>
                <Select label={w("effort")} value={draft.effort} onChange={(effort) => set({ effort })} disabled={fixed} options={efforts.map((value) => ({ value, label: w(`effort_${value}`) }))} />
              </Field>
              <Field label={t("hours")} {...(row ? {} : { hint: t("hoursHint") })} {...(isBadHours(draft, locale) ? { error: w("badNumber") } : fault("hours", "hours-wrong"))}>
                <Input value={draft.hours} onChange={(event) => set({ hours: event.target.value })} inputMode="decimal" disabled={fixed} />
              </Field>
            </FieldRow>
            <FieldRow>
              <Field label={t("type")} hint={t("typeHint")} {...fault("type")}>
                <Input value={draft.type} onChange={(event) => set({ type: event.target.value })} maxLength={100} disabled={fixed} />
              </Field>
              <Field label={w("source")}>
                <Select label={w("source")} value={draft.source} onChange={(source) => set({ source })} disabled={row !== null} options={sources.map((value) => ({ value, label: w(`source_${value}`) }))} />
              </Field>
            </FieldRow>
            <Field label={t("webAddress")} hint={t("webAddressHint")} {...fault("webAddress", "web-address-wrong")}>
              <Input type="url" value={draft.webAddress} onChange={(event) => set({ webAddress: event.target.value })} autoCapitalize="none" spellCheck={false} disabled={fixed} />
            </Field>
            <div>
              <Checkbox visible checked={draft.open} onChange={(open) => set({ open })} label={t("opened")} disabled={fixed} />
              <p className="text-xs text-muted">{t("openedHelp")}</p>
            </div>
          </fieldset>
        </form>
        {theirs && row ? (
          <Conflict
            differences={[
              { field: t("description"), theirs: theirs.description, yours: draft.description },
              { field: t("category"), theirs: categoryOf(theirs.category), yours: categoryOf(draft.category) },
              { field: w("urgency"), theirs: w(`urgency_${theirs.urgency}`), yours: w(`urgency_${draft.urgency}`) },
              { field: t("hours"), theirs: showDecimal(theirs.hours, locale, 0), yours: draft.hours },
            ].filter((one) => one.theirs !== one.yours)}
            onTheirs={() => {
              setRow(theirs);
              begin(draftOf(theirs, locale));
              save.reset();
            }}
            onMine={() => save.mutate(theirs.version)}
          />
        ) : (
          !(problem && known.includes(problem.code)) && <ErrorText error={save.error} />
        )}
        {row && row.edited.length > 0 && row.outsideId && <p className="text-xs text-muted">{t("editedBy", { fields: row.edited.join(", ") })}</p>}
        {row && <RawData of={row} />}
      </div>
    </Sheet>
  );
}
