import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Banknote, Building2, CalendarDays, CircleDot, FileUp, Folder, ReceiptText, Settings, StickyNote, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { statusSetsQuery } from "@/api/queries";
import type { Activity } from "@/api/types";
import { useFormats, type Formats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import { AgoText } from "../DateText";
import { messages } from "./messages";
import { aliasOf, recordOf, type Step } from "./steps";

const icons: readonly [RegExp, ReactNode][] = [
  [/^import_(taken|cell)/, <FileUp key="in" />],
  [/restored|undone|withdrawn/, <Undo2 key="back" />],
  [/received|receipt/, <Banknote key="paid" />],
  [/^note/, <StickyNote key="note" />],
  [/status/, <CircleDot key="status" />],
  [/billed|record/, <ReceiptText key="record" />],
  [/period|date|schedule/, <CalendarDays key="date" />],
  [/group|client|terms/, <Folder key="group" />],
  [/facility/, <Building2 key="facility" />],
];

/** What happened, one line per step, newest first. */
export function ActivityList({ steps, now }: { steps: readonly Step[]; /** For "3 min. ago"; without it the time of the day is shown. */ now?: Date }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <ul className="flex flex-col">
      {steps.map(({ first, more }) => (
        <li key={first.seq} className="flex min-h-10 items-center gap-3 border-b border-line py-2 text-table last:border-b-0">
          <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-md border border-line text-muted [&_svg]:size-3.5">
            {icons.find(([type]) => type.test(aliasOf(first)))?.[1] ?? <Settings />}
          </span>
          <span className="min-w-0 flex-1 break-words">
            <span className="font-medium">{actorName(first.actor, t)}</span> <Led line={first} />
            {more > 0 && !aliasOf(first).startsWith("import_") && <span className="text-muted"> {t("more", { count: more })}</span>}
          </span>
          {now ? (
            <AgoText at={first.at} now={now} className="shrink-0 text-muted" />
          ) : (
            <time dateTime={first.at} className="shrink-0 text-muted">
              {formats.clock(first.at)}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whoever works at a machine without signing in has no name of their own. */
const actorName = ({ id, name }: Activity["actor"], t: (key: "system" | "somebody") => string) => (name === "" ? t("system") : id === "local" ? t("somebody") : name);

/** The sentence, leading to the record it is about. */
function Led({ line }: { line: Activity }) {
  const record = recordOf(line);
  if (!record) return <Sentence line={line} />;
  return (
    <Link to="/facilities" search={{ view: "all", record }} className="rounded hover:underline">
      <Sentence line={line} />
    </Link>
  );
}

function Sentence({ line }: { line: Activity }) {
  const t = useText(messages) as (key: string, values: Record<string, string | number>) => string;
  const formats = useFormats();
  const statuses = useQuery({ ...statusSetsQuery, enabled: line.facts.statusId !== undefined }).data?.items.flatMap((set) => set.statuses);
  const status = statuses?.find((one) => one.id === line.facts.statusId)?.name ?? t("aStatus", {});
  const alias = aliasOf(line);
  const known = alias in messages.en;
  const values = Object.fromEntries(Object.entries(line.facts).map(([name, value]) => [name, factText(value, formats)]));
  return (
    <>
      {known ? t(alias, { ...values, status, count: countIn(line.facts) }).replace(/\{\w+\}/g, "…") : t("somethingElse", { type: alias.replaceAll("_", " ") })}
      {line.facilityName && line.facts.name !== line.facilityName && (
        <>
          {" "}
          {t("at", {})} <span className="font-medium">{line.facilityName}</span>
        </>
      )}
    </>
  );
}

/** The number that the sentence counts, where it counts. */
const countIn = ({ accepted, undone, days, dates }: Activity["facts"]) => Number(accepted ?? undone ?? days ?? dates);

/** Amounts and days in the person's own way; anything else as it is. */
function factText(value: string, formats: Formats): string {
  const money = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value);
  if (money) return formats.money({ amount: money[1]!, currency: money[2]! });
  return isDay(value) ? formats.day(value) : value;
}
