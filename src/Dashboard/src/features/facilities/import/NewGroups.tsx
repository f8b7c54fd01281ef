import { useState } from "react";
import { CalendarClock, FolderPlus } from "lucide-react";
import type { ImportOptions, ImportReport, Schedule } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Field, InputWith, Section, Sheet } from "@/ui";
import { CyclePreview } from "@/ui/schedule/CyclePreview";
import { draftOf, scheduleOf } from "@/ui/schedule/draft";
import { ScheduleEditor } from "@/ui/schedule/ScheduleEditor";
import { useScheduleWords } from "@/ui/schedule/words";
import { messages } from "./messages";
import { wizard } from "./wizard";

/** Groups that the import would make, with the schedules found for them. */
export function NewGroups({ report, options }: { report: ImportReport; options: ImportOptions }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const [edited, setEdited] = useState<ImportReport["newGroups"][number] | null>(null);
  return (
    <Section title={t("newGroups")} about={<span className="hidden phone:inline">{t("newGroupsHelp")}</span>}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {report.newGroups.map((group) => (
          <li key={group.name} className="flex items-center gap-3 px-3 py-2">
            <FolderPlus aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{group.name}</p>
              {group.schedule ? <p className="text-table text-muted">{words.sentence(group.schedule)}</p> : <p className="text-table text-bad">{t("noSchedule")}</p>}
            </div>
            <span className="hidden text-table text-muted phone:inline">
              {t("newFacilities", { count: group.facilities })} · {group.currency}
            </span>
            <Button size="sm" icon={<CalendarClock aria-hidden className="size-4" />} aria-label={`${t(group.schedule ? "changeSchedule" : "chooseSchedule")}: ${group.name}`} onClick={() => setEdited(group)}>
              {t(group.schedule ? "changeSchedule" : "chooseSchedule")}
            </Button>
          </li>
        ))}
      </ul>
      <Terms days={options.paymentTermsDays ?? report.newGroups[0]!.paymentTermsDays} />
      {edited && (
        <ScheduleSheet
          name={edited.name}
          schedule={edited.schedule}
          onClose={() => setEdited(null)}
          onUse={(schedule) => {
            setEdited(null);
            void wizard.change({ schedules: { ...options.schedules, [edited.name]: schedule } });
          }}
        />
      )}
    </Section>
  );
}

/** Asked once for all of them: a spreadsheet says nothing about terms. */
function Terms({ days }: { days: number }) {
  const t = useText(messages);
  const [typed, setTyped] = useState(String(days));
  const read = (text: string) => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365 ? Number(text) : null);
  return (
    <Field label={t("terms")} hint={t("termsHint")} error={read(typed) === null ? t("termsWrong") : undefined} className="mt-3 max-w-64">
      <InputWith
        after={t("daysUnit")}
        inputMode="numeric"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          wizard.terms(read(event.target.value));
        }}
      />
    </Field>
  );
}

function ScheduleSheet({ name, schedule, onUse, onClose }: { name: string; schedule: Schedule | null; onUse: (schedule: Schedule) => void; onClose: () => void }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const { today } = useHouse();
  const [draft, setDraft] = useState(() => draftOf(schedule ?? undefined, today));
  const next = scheduleOf(draft, today);
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t("scheduleOf", { name })}
      description={next ? words.sentence(next) : undefined}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" disabled={!next} onClick={() => next && onUse(next)}>
            {t("useSchedule")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <ScheduleEditor draft={draft} onChange={setDraft} />
        <CyclePreview schedule={next} {...(draft.frequency === "custom" ? { customDates: [] } : {})} />
      </div>
    </Sheet>
  );
}
