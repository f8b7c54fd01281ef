import { useState } from "react";
import type { MessageLine, MessagesTaken } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Checkbox, Pill, Tabs, type Tone } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { BadCells } from "../parts/BadCells";
import { messages as words } from "../parts/messages";
import { SaveRejected } from "../parts/SaveRejected";
import { useCategories } from "../parts/terms";
import { isTaken, otherClient, seenIn, views, type Choices, type View } from "./choices";
import { Decision } from "./Decision";
import { messages } from "./messages";
import { MessageSheet } from "./MessageSheet";
import { saveRejected } from "./queries";

const step = 100;
const tones: Record<MessageLine["outcome"], Tone> = { new: "good", unchanged: "quiet", leftOut: "quiet" };

interface LookedProps {
  file: File;
  seen: MessagesTaken;
  /** Whose requests they are unless a message says otherwise. */
  client: string | null;
  choices: Choices;
  onChoose: (line: number, part: Partial<Choices[number]>) => void;
  busy: boolean;
}

/** What a file would do: each message with the rule that decided, and each line that cannot be taken. */
export function Looked({ file, seen, client, choices, onChoose, busy }: LookedProps) {
  const t = useText(messages);
  const { locale } = useFormats();
  const [view, setView] = useState<View>("all");
  const [count, setCount] = useState(step);
  const [changing, setChanging] = useState<number | null>(null);
  const lines = seen.preview ?? [];
  const inView = seenIn(view, lines);
  const nameOf = useClientNames(inView.slice(0, count).map((line) => otherClient(line, client)));
  const changed = changing === null ? undefined : lines.find((line) => line.line === changing);
  return (
    <>
      <div role="status" className="flex flex-col gap-1">
        <p className="text-base font-medium">{t("would", { accepted: seen.accepted, leftOut: seen.leftOut, unchanged: seen.unchanged, rejected: new Set(seen.rejected.map(({ line }) => line)).size })}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-table text-muted">
          <span>{t("hours", { hours: showDecimal(seen.hours, locale, 0) })}</span>
          {seen.repeated.length > 0 && <span>{t("repeated", { count: seen.repeated.length })}</span>}
        </p>
      </div>
      <section aria-label={t("messagesList")} className="flex flex-col gap-3">
        <Tabs
          label={t("looking")}
          value={view}
          onChange={(next) => {
            setView(next);
            setCount(step);
          }}
          tabs={views.map((value) => ({ value, label: t(`view_${value}`), count: seenIn(value, lines).length }))}
        />
        {inView.length === 0 && <p className="text-table text-muted">{t("noneInView")}</p>}
        {inView.length > 0 && (
          <ul aria-label={t("messagesList")} aria-busy={busy} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
            {inView.slice(0, count).map((line) => {
              const other = otherClient(line, client);
              return (
                <li key={line.line}>
                  <Message line={line} other={other ? nameOf(other, "…") : undefined} onTake={(take) => onChoose(line.line, { take })} onChange={() => setChanging(line.line)} />
                </li>
              );
            })}
          </ul>
        )}
        {inView.length > count && (
          <Button className="self-start" onClick={() => setCount(count + step)}>
            {t("more", { count: Math.min(step, inView.length - count) })}
          </Button>
        )}
      </section>
      {/* A client that nobody chose is said once, above, and not line by line. */}
      <BadCells cells={seen.rejected.filter(({ code }) => code !== "message-client-missing")} actions={<SaveRejected save={() => saveRejected(file)} />} />
      {changed && <MessageSheet key={changed.line} line={changed} choice={choices[changed.line]} onChoose={(part) => onChoose(changed.line, part)} onClose={() => setChanging(null)} />}
    </>
  );
}

interface MessageProps {
  line: MessageLine;
  /** The client that it is given to against the others. */
  other: string | undefined;
  onTake: (take: boolean) => void;
  onChange: () => void;
}

/** One message: what it says, what becomes of it, and why. */
function Message({ line, other, onTake, onChange }: MessageProps) {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  const categories = useCategories();
  const taken = isTaken(line);
  return (
    <div className="flex items-start gap-3 px-3 py-2">
      <div className="pt-0.5">
        <Checkbox checked={taken} disabled={line.outcome === "unchanged"} onChange={onTake} label={t("takeIt", { line: line.line })} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-xs text-muted">
          <span className="tabular">{t("line", { line: line.line })}</span>
          <span className="wrap-anywhere">{line.sender}</span>
          <span className="tabular">{formats.day(line.resolvedOn)} {line.resolvedAt.slice(0, 5)}</span>
        </p>
        <p className={`wrap-anywhere whitespace-pre-line ${taken ? "" : "text-muted"}`}>{line.text}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Pill tone={tones[line.outcome]}>{t(`outcome_${line.outcome}`)}</Pill>
          {line.chosen && <Pill tone="open">{t("chosen")}</Pill>}
          {taken && (
            <span className="text-xs wrap-anywhere">
              {[line.type, categories?.find((one) => one.code === line.category)?.name ?? line.category, line.urgency && w(`urgency_${line.urgency}`), line.hours && w("hours", { hours: showDecimal(line.hours, formats.locale, 0) }), other].filter(Boolean).join(" · ")}
            </span>
          )}
        </p>
        <Decision line={line} />
      </div>
      {taken && line.outcome === "new" && (
        <Button size="sm" aria-label={t("changeOf", { line: line.line })} onClick={onChange}>
          {t("change")}
        </Button>
      )}
    </div>
  );
}
