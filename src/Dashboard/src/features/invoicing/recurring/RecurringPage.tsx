import { useMemo, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Ellipsis, Pause, Play, RotateCcw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Recurring } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Button, buttonClass, Confirm, ErrorText, IconButton, Menu, MoneyText, Page, Section, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { useScheduleWords } from "@/ui/schedule/words";
import { DocumentFact, DocumentHead, DocumentLines } from "../invoices/Document";
import { Fetched } from "@/ui/Fetched";
import { recurringWords, toldOf } from "./history";
import { messages } from "./messages";
import { Next } from "./Next";
import { Past } from "./Past";
import { end, pause, recurringHistoryQuery, recurringQuery, resume, retry, takeBackPrices } from "./queries";
import { StatePill } from "./StatePill";

/** One recurring invoice: what it bills and when, what comes next, what became of the days that have come. */
export function RecurringPage() {
  const { id } = useParams({ from: "/recurring-invoices/$id" });
  const t = useText(messages);
  const recurring = useQuery({ ...recurringQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("recurringInvoice")} query={recurring}>
      {(found) => <Loaded key={id} recurring={found} />}
    </Fetched>
  );
}

function Loaded({ recurring: now }: { recurring: Recurring }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const schedule = useScheduleWords();
  const may = useMay("invoicing.bill");
  const [ending, setEnding] = useState(false);
  const { at } = useSearch({ from: "/recurring-invoices/$id" });
  const history = useQuery(recurringHistoryQuery(now.id));
  const past = useQuery({ ...recurringHistoryQuery(now.id, at), enabled: at !== undefined });
  const recurring = at === undefined ? now : (past.data?.then ?? now);
  const words = useMemo(() => recurringWords(t, formats, schedule.sentence), [t, formats, schedule]);
  const entries = useMemo(() => history.data && toldOf(history.data.items), [history.data]);
  const bill = may && at === undefined;
  const parked = recurring.past.filter((one) => one.step === "parked").length;

  const act = async (run: () => Promise<Recurring>, said: string) => {
    setEnding(false);
    try {
      queries.setQueryData(recurringQuery(recurring.id).queryKey, await run());
      toast.done(said);
    } catch (failed) {
      toast.error(failed);
    }
    for (const key of [keys.recurring, keys.invoices]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const goes = recurring.endedOn === null;
  const more = [
    { id: "price", label: t("priceChange"), onSelect: () => void navigate({ to: "/recurring-invoices/$id/price", params: { id: recurring.id } }) },
    null,
    { id: "end", label: t("end"), danger: true, onSelect: () => setEnding(true) },
  ];

  return (
    <Page
      title={recurring.client.name}
      about={<span role="status"><StatePill state={recurring.state} /></span>}
      actions={
        bill && (
          <>
            {parked > 0 && (
              <Button tone="primary" icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => void act(() => retry(recurring), t("retried"))}>
                {t("retry")}
              </Button>
            )}
            {goes && (
              <>
                <Link to="/recurring-invoices/$id/edit" params={{ id: recurring.id }} className={buttonClass()}>
                  {t("edit")}
                </Link>
                {recurring.pausedOn === null ? (
                  <Button icon={<Pause aria-hidden className="size-4" />} onClick={() => void act(() => pause(recurring), t("paused"))}>
                    {t("pause")}
                  </Button>
                ) : (
                  <Button tone="primary" icon={<Play aria-hidden className="size-4" />} onClick={() => void act(() => resume(recurring), t("resumed"))}>
                    {t("resume")}
                  </Button>
                )}
                <Menu align="end" items={more} trigger={<IconButton label={t("more")} tone="secondary" icon={<Ellipsis aria-hidden />} />} />
              </>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <div className="border-b border-line pb-5">
          <p className="text-table text-muted">{schedule.sentence(recurring.schedule)}</p>
          <MoneyText money={recurring.total} large />
        </div>
        {at !== undefined && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
        <ErrorText error={past.error} />
        {recurring.pausedOn && goes && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("pausedSince", { day: formats.day(recurring.pausedOn) })}</p>}
        {recurring.refusal && goes && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{refusalText(recurring.refusal.code, {}) ?? recurring.refusal.detail}</p>}
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <article aria-label={t("recurringInvoice")} className="min-w-0 rounded-card border border-line bg-surface p-4 sm:p-8">
              <DocumentHead client={recurring.client} label={t("billedTo")}>
                <DocumentFact name={t("from")}>{formats.day(recurring.from)}</DocumentFact>
                {recurring.until && <DocumentFact name={t("until")}>{formats.day(recurring.until)}</DocumentFact>}
                {recurring.times !== null && <DocumentFact name={t("times")}>{formats.number(recurring.times)}</DocumentFact>}
                {recurring.endedOn && <DocumentFact name={t("endedOn")}>{formats.day(recurring.endedOn)}</DocumentFact>}
                <DocumentFact name={t("then")}>{t(`then_${recurring.then}`)}</DocumentFact>
              </DocumentHead>
              <DocumentLines lines={recurring.lines} />
            </article>
            <Prices recurring={recurring} {...(bill && goes ? { onTakeBack: (from: string) => void act(() => takeBackPrices(recurring, from), t("priceTakenBack")) } : {})} />
            <Past past={recurring.past} />
          </div>
          <aside className="flex min-w-0 flex-col gap-8">
            <History entries={entries} error={history.error} at={at} onAt={(version) => void navigate({ to: "/recurring-invoices/$id", params: { id: now.id }, replace: true, search: version === undefined ? {} : { at: version } })} words={words} />
          </aside>
        </div>
        <Next next={recurring.next} />
        <RawData of={recurring} />
      </div>
      <Confirm open={ending} danger onClose={() => setEnding(false)} title={t("endTitle")} description={t("endHelp")} action={t("end")} onConfirm={() => void act(() => end(recurring), t("ended"))} />
    </Page>
  );
}

/** What is billed from which day on, where that changes. */
function Prices({ recurring, onTakeBack }: { recurring: Recurring; onTakeBack?: (from: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  if (recurring.prices.length < 2) return null;
  return (
    <Section title={t("prices")}>
      <ul className="text-table">
        {recurring.prices.map((prices) => (
          <li key={prices.from ?? ""} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
            <span className="min-w-0 flex-1">{prices.from ? t("pricesFrom", { day: formats.day(prices.from) }) : t("pricesFirst")}</span>
            <MoneyText money={prices.total} />
            {onTakeBack && prices.from && prices.from > formats.today && (
              <Button size="sm" tone="ghost" aria-label={t("takeBackOf", { day: formats.day(prices.from) })} onClick={() => onTakeBack(prices.from!)}>
                {t("takeBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
