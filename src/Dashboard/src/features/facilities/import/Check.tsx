import { Download } from "lucide-react";
import type { ImportReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, ErrorText, MoneyText, Section, toast, useShortcut } from "@/ui";
import { Choice } from "@/ui/Choice";
import { Found } from "./Found";
import { Mapping } from "./Mapping";
import { messages } from "./messages";
import { NewGroups } from "./NewGroups";
import { PreviewTable } from "./PreviewTable";
import { downloadRejected } from "./rejected";
import { rejectedLines, wizard, type Wizard } from "./wizard";

type Checked = Extract<Wizard, { step: "check" }>;

/** Takes the file, or says why not yet. */
export function TakeButton({ state: { report, busy, edits, termsWrong }, onlyClean }: { state: Checked; onlyClean: boolean }) {
  const t = useText(messages);
  const rejected = rejectedLines(report);
  const scheduleMissing = report.newGroups.some((group) => !group.schedule);
  const blocked = busy || edits.length > 0 || report.accepted === 0 || scheduleMissing || termsWrong || (onlyClean && rejected > 0);
  const why = edits.length > 0 ? t("checkFirst") : report.accepted === 0 ? (rejected === 0 ? t("nothingToTakeHelp") : null) : onlyClean && rejected > 0 ? t("notClean", { count: rejected }) : scheduleMissing ? t("noSchedule") : termsWrong ? t("termsWrong") : null;
  const take = () => void wizard.take(onlyClean);
  useShortcut({ keys: "mod+enter", label: t("take", { count: report.accepted }), group: t("import"), enabled: !blocked, run: take });
  return (
    <>
      {why && <span role="status" className="text-table text-muted max-sm:hidden">{why}</span>}
      <Button tone="primary" disabled={blocked} {...(why ? { title: why } : {})} onClick={take}>
        {report.accepted === 0 ? t("nothingToTake") : t("take", { count: report.accepted })}
      </Button>
    </>
  );
}

/** What the file would do, before it does it. */
export function Check({ state, onlyClean, onOnlyClean }: { state: Checked; onlyClean: boolean; onOnlyClean: (onlyClean: boolean) => void }) {
  const t = useText(messages);
  const { file, options, report, busy, edits } = state;
  const rejected = rejectedLines(report);

  return (
    <div className="grid grid-cols-1 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className={cx("flex min-w-0 flex-col gap-6 p-4 transition-opacity duration-100 sm:p-6", busy && "opacity-60")} aria-busy={busy}>
        <ErrorText error={state.error} />
        <Counts report={report} rejected={rejected} />
        {rejected > 0 && (
          <div className="flex flex-col gap-3 rounded-card border border-line p-3">
            <Choice
              label={t("whenRejected")}
              value={onlyClean ? "clean" : "good"}
              onChange={(value) => onOnlyClean(value === "clean")}
              options={[
                { value: "good", label: t("takeGood"), hint: t("takeGoodHint") },
                { value: "clean", label: t("onlyClean"), hint: t("onlyCleanHint") },
              ]}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button size="sm" icon={<Download aria-hidden className="size-4" />} onClick={() => void downloadRejected(file, options).catch(toast.error)}>
                {t("rejectedRows", { count: rejected })}
              </Button>
              <span className="text-table text-muted">{t("rejectedHint")}</span>
            </div>
          </div>
        )}
        {report.newGroups.length > 0 && <NewGroups report={report} options={options} />}
        <PreviewTable {...{ report, edits, busy }} corrections={options.corrections} />
      </div>
      <aside aria-label={t("found")} className="flex flex-col gap-6 border-line p-4 max-lg:border-t sm:p-6 lg:border-l">
        <Found report={report} options={options} busy={busy} />
        <Section title={t("columns")} about={state.remembered ? t("remembered") : undefined}>
          <Mapping columns={report.file.columns} mapping={{ ...report.file.mapping, ...options.mapping }} disabled={busy} onChange={(mapping) => void wizard.change({ mapping })} />
        </Section>
      </aside>
    </div>
  );
}

function Counts({ report, rejected }: { report: ImportReport; rejected: number }) {
  const t = useText(messages);
  return (
    <dl className="grid grid-cols-3 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-[repeat(3,minmax(0,1fr))_auto]">
      <Count name={t("willTake")} value={report.accepted} tone={report.accepted > 0 ? "text-good" : ""} note={report.newFacilities > 0 ? t("newFacilities", { count: report.newFacilities }) : undefined} />
      <Count name={t("willSkip")} value={report.unchanged} note={report.repeated.length > 0 ? t("repeatedToo", { count: report.repeated.length }) : undefined} />
      <Count name={t("willReject")} value={rejected} tone={rejected > 0 ? "text-bad" : ""} />
      <div className="col-span-3 bg-surface px-3 py-2.5 md:col-span-1">
        <dt className="text-xs text-muted">{t("sums")}</dt>
        {report.totals.map((total) => (
          <dd key={total.currency} className="mt-0.5 grid grid-cols-[auto_1fr] gap-x-2 text-table">
            <span className="text-muted">{t("billed")}</span>
            <MoneyText money={total.billed} className="text-right" />
            <span className="text-muted">{t("paid")}</span>
            <MoneyText money={total.paid} className="text-right" />
          </dd>
        ))}
      </div>
    </dl>
  );
}

const Count = ({ name, value, tone, note }: { name: string; value: number; tone?: string; note?: string | undefined }) => (
  <div className="bg-surface px-3 py-2.5">
    <dt className="text-xs text-muted">{name}</dt>
    <dd className={cx("tabular text-2xl font-semibold tracking-tight", tone)}>{value.toLocaleString()}</dd>
    {note && <dd className="text-xs text-muted">{note}</dd>}
  </div>
);
