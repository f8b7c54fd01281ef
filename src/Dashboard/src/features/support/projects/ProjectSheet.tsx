import { useId, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { SupportProject } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, Checkbox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { Conflict } from "@/ui/conflict/Conflict";
import { FetchedSheet } from "@/ui/FetchedSheet";
import { RawData } from "@/ui/RawData";
import { monthQuery } from "../months/queries";
import { LockedNote } from "../parts/BilledPill";
import { messages as words } from "../parts/messages";
import { firstOf, monthOf } from "../parts/month";
import { useCurrency } from "../parts/useCurrency";
import { categories, changeOf, draftOf, inputOf, isBadPrice, newDraft } from "./draft";
import { messages } from "./messages";
import { amendProject, planProject, projectQuery } from "./queries";
import { useCategoryName } from "./useCategoryName";

interface SheetProps {
  onClose: () => void;
}

/** A project by its id: what is known of it, and what may be changed. */
export function ProjectSheet({ id, onClose }: SheetProps & { id: string }) {
  const t = useText(messages);
  return (
    <FetchedSheet title={t("name")} query={useQuery(projectQuery(id))} onClose={onClose}>
      {(row) => <Form key={id} row={row} onClose={onClose} />}
    </FetchedSheet>
  );
}

/** A new one. */
export const NewProjectSheet = ({ client, onClose }: SheetProps & { client: string | null }) => <Form row={null} client={client} onClose={onClose} />;

const own = "own category";

function Form({ row: given, client = null, onClose }: SheetProps & { row: SupportProject | null; client?: string | null }) {
  const t = useText(messages);
  const w = useText(words);
  const form = useId();
  const formats = useFormats();
  const queries = useQueryClient();
  const categoryOf = useCategoryName();
  const [row, setRow] = useState(given);
  const { draft, dirty, set, begin } = useDraft(() => (row ? draftOf(row, formats.locale) : newDraft(client)));
  const [ownCategory, setOwn] = useState(row !== null && !categories.some((one) => one === row.category));
  const currency = useCurrency(draft.client);
  const fixed = given !== null && (given.billed !== null || given.status === "invoiced" || given.status === "paid");
  const input = inputOf(draft, currency, formats.locale);
  const change = row && changeOf(draft, row, currency, formats.locale);
  const ready = row ? change !== null && Object.keys(change).length > 0 : input !== null;
  const save = useMutation({
    mutationFn: (version?: number) => (row ? amendProject(row.id, version ?? row.version, change!) : planProject(input!)),
    onSuccess: () => {
      toast.done(t(row ? "saved" : "written"));
      onClose();
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportProjects] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<SupportProject>();
  const known = ["project-price-negative", "wrong-client-currency", "project-category-missing"];
  const fault = (field: string, ...codes: string[]) => {
    const said = problem && (codes.includes(problem.code) ? problem.message : problem.fieldError(field));
    return said ? { error: said } : {};
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !fixed) save.mutate(undefined);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={row?.name ?? t("newTitle")}
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
        {given && <LockedNote billed={given.billed ?? (fixed ? { invoiceId: null, invoiceNumber: given.invoiceNumber } : null)} />}
        {given && <InItsMonth row={given} />}
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label={w("client")} {...fault("clientId")}>
            <ClientPicker label={w("client")} value={draft.client} onChange={(next) => set({ client: next })} disabled={fixed} autoFocus={!row && !client} />
          </Field>
          <Field label={t("name")} {...fault("name")}>
            <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={200} disabled={fixed} />
          </Field>
          <FieldRow>
            <Field label={t("category")} {...(ownCategory ? {} : fault("category", "project-category-missing"))}>
              <Select
                label={t("category")}
                value={ownCategory ? own : draft.category}
                disabled={fixed}
                onChange={(next) => {
                  setOwn(next === own);
                  set({ category: next === own ? "" : next });
                }}
                options={[...categories.map((value) => ({ value: value as string, label: categoryOf(value) })), { value: own, label: t("ownCategory") }]}
              />
            </Field>
            <Field label={t("price")} {...(isBadPrice(draft, formats.locale) ? { error: w("badAmount") } : fault("price", "project-price-negative", "wrong-client-currency"))}>
              <InputWith value={draft.price} onChange={(event) => set({ price: event.target.value })} inputMode="decimal" after={currency} disabled={fixed} />
            </Field>
          </FieldRow>
          {ownCategory && (
            <Field label={t("ownCategory")} {...fault("category", "project-category-missing")}>
              <Input value={draft.category} onChange={(event) => set({ category: event.target.value })} maxLength={60} disabled={fixed} />
            </Field>
          )}
          <Field label={t("completedOn")} hint={t("completedHint")} {...fault("completedOn")}>
            <DatePicker value={draft.completedOn} onChange={(completedOn) => set({ completedOn })} label={t("completedOn")} disabled={fixed} />
          </Field>
          <div>
            <Checkbox visible checked={draft.ready} onChange={(next) => set({ ready: next })} label={t("isReady")} disabled={fixed} />
            <p className="text-xs text-muted">{t("isReadyHelp")}</p>
          </div>
        </form>
        {theirs && row ? (
          <Conflict
            differences={[
              { field: t("name"), theirs: theirs.name, yours: draft.name },
              { field: t("price"), theirs: formats.amount(theirs.price), yours: draft.price },
              { field: t("completedOn"), theirs: theirs.completedOn ? formats.day(theirs.completedOn) : "", yours: draft.completedOn ? formats.day(draft.completedOn) : "" },
            ].filter((one) => one.theirs !== one.yours)}
            onTheirs={() => {
              setRow(theirs);
              begin(draftOf(theirs, formats.locale));
              save.reset();
            }}
            onMine={() => save.mutate(theirs.version)}
          />
        ) : (
          !(problem && known.includes(problem.code)) && <ErrorText error={save.error} />
        )}
        {row && <RawData of={row} />}
      </div>
    </Sheet>
  );
}

/** Whether it is free in the month that it counts in, and the way there. */
function InItsMonth({ row }: { row: SupportProject }) {
  const t = useText(messages);
  const formats = useFormats();
  const counts = row.completedOn !== null && row.status !== "notReady" && !row.archived;
  const month = monthOf(row.completedOn ?? formats.today);
  const page = useQuery({ ...monthQuery(month, row.clientId), enabled: counts }).data;
  const figure = page?.projects.items.find((one) => one.id === row.id);
  if (!figure) return null;
  const named = formats.month(firstOf(month));
  return (
    <p role="status" className={`rounded-md px-3 py-2 text-table ${figure.free ? "bg-good-soft" : "bg-quiet-soft"}`}>
      {t(figure.free ? "freeInMonth" : "paidInMonth", { month: named })}{" "}
      <Link to="/support/months/$month" params={{ month }} search={{ client: row.clientId }} className="rounded font-medium underline underline-offset-4">
        {t("toMonth")}
      </Link>
    </p>
  );
}
