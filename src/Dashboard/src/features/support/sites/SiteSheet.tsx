import { useId, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { HostedSite } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, MoneyText, Section, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { Conflict } from "@/ui/conflict/Conflict";
import { FetchedSheet } from "@/ui/FetchedSheet";
import { RawData } from "@/ui/RawData";
import { FigureLine } from "../parts/FigureLine";
import { messages as hosting } from "../parts/hostingMessages";
import { messages as words } from "../parts/messages";
import { firstOf, monthOf, stepMonth } from "../parts/month";
import { useCurrency } from "../parts/useCurrency";
import { changeOf, draftOf, inputOf, isBadFee, isOtherFee, newDraft } from "./draft";
import { messages } from "./messages";
import { amendSite, hostingQuery, siteQuery, takeOnSite } from "./queries";

interface SheetProps {
  onClose: () => void;
}

/** A site by its id: what is agreed of it, its fees, and what its last months came to. */
export function SiteSheet({ id, onClose }: SheetProps & { id: string }) {
  const t = useText(messages);
  return (
    <FetchedSheet title={t("name")} query={useQuery(siteQuery(id))} onClose={onClose}>
      {(row) => <Form key={id} row={row} onClose={onClose} />}
    </FetchedSheet>
  );
}

/** A new one. */
export const NewSiteSheet = ({ client, onClose }: SheetProps & { client: string | null }) => <Form row={null} client={client} onClose={onClose} />;

function Form({ row: given, client = null, onClose }: SheetProps & { row: HostedSite | null; client?: string | null }) {
  const t = useText(messages);
  const w = useText(words);
  const form = useId();
  const formats = useFormats();
  const queries = useQueryClient();
  const [row, setRow] = useState(given);
  const { draft, dirty, set, begin } = useDraft(() => (row ? draftOf(row, formats.locale, formats.today) : newDraft(client, formats.today)));
  const currency = useCurrency(draft.client);
  const fixed = given?.archived ?? false;
  const input = inputOf(draft, currency, formats.locale);
  const change = row && changeOf(draft, row, currency, formats.locale);
  const ready = row ? change !== null && Object.keys(change).length > 0 : input !== null;
  const save = useMutation({
    mutationFn: (version?: number) => (row ? amendSite(row.id, version ?? row.version, change!) : takeOnSite(input!)),
    onSuccess: () => {
      toast.done(t(row ? "saved" : "written"));
      onClose();
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportSites] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<HostedSite>();
  const known = ["hosting-ends-before", "hosting-fee-negative", "wrong-client-currency", "web-address-wrong"];
  const fault = (field: string, ...codes: string[]) => {
    const said = problem && (codes.includes(problem.code) ? problem.message : problem.fieldError(field));
    return said ? { error: said } : {};
  };
  const day = (of: string | null) => (of ? formats.day(of) : "");
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
      <div className="flex flex-col gap-5">
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label={w("client")} {...fault("clientId")}>
            <ClientPicker label={w("client")} value={draft.client} onChange={(next) => set({ client: next })} disabled={fixed} autoFocus={!row && !client} />
          </Field>
          <Field label={t("name")} {...fault("name")}>
            <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={200} disabled={fixed} />
          </Field>
          <Field label={t("webAddress")} hint={t("webAddressHint")} {...fault("webAddress", "web-address-wrong")}>
            <Input type="url" value={draft.webAddress} onChange={(event) => set({ webAddress: event.target.value })} autoCapitalize="none" spellCheck={false} disabled={fixed} />
          </Field>
          <FieldRow>
            <Field label={t("start")} {...fault("start")}>
              <DatePicker value={draft.start} onChange={(start) => set({ start })} label={t("start")} disabled={fixed} />
            </Field>
            <Field label={t("end")} hint={t("endHint")} {...fault("end", "hosting-ends-before")}>
              <DatePicker value={draft.end} onChange={(end) => set({ end })} label={t("end")} disabled={fixed} />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field label={t("fee")} {...(row ? {} : { hint: t("feeHint", { fee: formats.money({ amount: "99", currency }) }) })} {...(isBadFee(draft, formats.locale) ? { error: w("badAmount") } : fault("fee", "hosting-fee-negative", "wrong-client-currency"))}>
              <InputWith value={draft.fee} onChange={(event) => set({ fee: event.target.value })} inputMode="decimal" after={currency} disabled={fixed} />
            </Field>
            {row && isOtherFee(draft, row, formats.locale) && (
              <Field label={t("feeFrom")} hint={t("feeFromHint")} {...fault("feeFrom")}>
                <DatePicker value={draft.feeFrom} onChange={(feeFrom) => set({ feeFrom })} label={t("feeFrom")} />
              </Field>
            )}
          </FieldRow>
        </form>
        {theirs && row ? (
          <Conflict
            differences={[
              { field: t("name"), theirs: theirs.name, yours: draft.name },
              { field: t("webAddress"), theirs: theirs.webAddress ?? "", yours: draft.webAddress },
              { field: t("start"), theirs: day(theirs.start), yours: day(draft.start) },
              { field: t("end"), theirs: day(theirs.end), yours: day(draft.end) },
              { field: t("fee"), theirs: formats.amount(theirs.fee), yours: draft.fee },
            ].filter((one) => one.theirs !== one.yours)}
            onTheirs={() => {
              setRow(theirs);
              begin(draftOf(theirs, formats.locale, formats.today));
              save.reset();
            }}
            onMine={() => save.mutate(theirs.version)}
          />
        ) : (
          !(problem && known.includes(problem.code)) && <ErrorText error={save.error} />
        )}
        {row && (
          <>
            <Section title={t("fees")}>
              <ul aria-label={t("fees")} className="text-table">
                {[...row.fees].reverse().map((one) => (
                  <li key={one.from} className="flex justify-between gap-4 border-b border-line py-1.5">
                    <span>{t("feeSince", { month: formats.month(one.from < row.start ? row.start : one.from) })}</span>
                    <MoneyText money={one.fee} />
                  </li>
                ))}
              </ul>
            </Section>
            <Lately row={row} />
            <RawData of={row} />
          </>
        )}
      </div>
    </Sheet>
  );
}

/** What its last six months came to. */
function Lately({ row }: { row: HostedSite }) {
  const t = useText(messages);
  const h = useText(hosting);
  const formats = useFormats();
  const to = monthOf(formats.today);
  const found = useQuery(hostingQuery(stepMonth(to, -5), to, row.clientId));
  const months = (found.data?.items ?? []).flatMap(({ month, hosting: of }) => of.sites.filter((site) => site.id === row.id).map((site) => ({ month, site })));
  if (months.length === 0) return found.error ? <ErrorText error={found.error} onRetry={() => void found.refetch()} /> : null;
  return (
    <Section title={t("lately")}>
      <ul aria-label={t("lately")}>
        {months.map(({ month, site }) => (
          <FigureLine key={month} title={formats.month(firstOf(month))} about={`${h("days", { count: site.days })} · ${h(`state_${site.state}`)}${site.free ? ` · ${h("free")}` : ""}`} amounts={[[h("gross"), site.gross], [h("net"), site.net]]} />
        ))}
      </ul>
    </Section>
  );
}
