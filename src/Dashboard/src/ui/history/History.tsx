import { ArrowRight, Clock } from "lucide-react";
import type { HistoryEntry } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button } from "../Button";
import { InstantText } from "../DateText";
import { ErrorText } from "../ErrorText";
import { Section } from "../Page";
import { Loading, Skeleton } from "../Skeleton";
import { messages } from "./messages";
import { stepsOf, type Step } from "./steps";

/** How a feature tells what happened to its things. */
export interface HistoryWords {
  /** A step in a few words. */
  step: (step: Step) => string;
  field: (field: string) => string;
  value: (field: string, value: unknown) => string;
}

export interface HistoryProps {
  entries: readonly HistoryEntry[] | undefined;
  error: unknown;
  /** The version looked at; absent: as it is. */
  at?: number | undefined;
  /** Left out where a thing cannot be looked at as it was. */
  onAt?: (version: number | undefined) => void;
  words: HistoryWords;
  /** What stands here before anything has happened. */
  none?: string;
}

/** What happened to one thing, newest first, under a slider through its versions. */
export function History({ entries, error, at, onAt, words, none }: HistoryProps) {
  const t = useText(messages);
  if (none)
    return (
      <Section title={t("history")}>
        <p className="text-table text-muted">{none}</p>
      </Section>
    );
  if (error) return <ErrorText error={error} />;
  if (!entries)
    return (
      <Section title={t("history")}>
        <Loading className="flex flex-col gap-3">
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </Loading>
      </Section>
    );
  const steps = stepsOf(entries);
  return (
    <Section title={t("history")}>
      {onAt && steps.length > 1 && <Slider steps={steps} at={at} onAt={onAt} />}
      <ol className="mt-3 flex flex-col">
        {steps.map((step, index) => (
          <Entry key={step.version} step={step} active={at !== undefined && steps.findIndex((one) => one.version <= at) === index} newest={index === 0} {...(onAt ? { onAt } : {})} words={words} />
        ))}
      </ol>
    </Section>
  );
}

function Slider({ steps, at, onAt }: { steps: readonly Step[]; at: number | undefined; onAt: NonNullable<HistoryProps["onAt"]> }) {
  const t = useText(messages);
  const formats = useFormats();
  const oldestFirst = [...steps].reverse();
  const last = oldestFirst.length - 1;
  const found = at === undefined ? last : oldestFirst.findLastIndex((step) => step.version <= at);
  const index = found < 0 ? 0 : found;
  const step = oldestFirst[index]!;
  const text = index === last ? t("now") : t("sliderText", { at: formats.instant(step.at), who: step.actor.name ?? t("somebody") });
  return (
    <div>
      <input
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={t("slider")}
        aria-valuetext={text}
        onChange={(event) => {
          const to = Number(event.target.value);
          onAt(to === last ? undefined : oldestFirst[to]!.version);
        }}
        className={cx(
          "my-2.5 h-1 w-full appearance-none rounded-full bg-line-strong outline-offset-8",
          "[&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-accent",
          "[&::-moz-range-thumb]:size-3.5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-surface [&::-moz-range-thumb]:bg-accent",
        )}
      />
      <p className="flex min-h-7 items-center gap-2 text-xs text-muted">
        <Clock aria-hidden className="size-3.5 shrink-0" />
        <span className="flex-1">{index === last ? t("now") : t("asOf", { at: formats.instant(step.at) })}</span>
        {index !== last && (
          <Button size="sm" onClick={() => onAt(undefined)}>
            {t("backToNow")}
          </Button>
        )}
      </p>
    </div>
  );
}

function Entry({ step, active, newest, onAt, words }: { step: Step; active: boolean; newest: boolean; onAt?: NonNullable<HistoryProps["onAt"]>; words: HistoryWords }) {
  const t = useText(messages);
  return (
    <li className="relative border-l border-line pb-4 pl-4 last:border-transparent last:pb-0">
      <span aria-hidden className={cx("absolute top-1.5 -left-[4.5px] size-2 rounded-full border", active ? "border-accent bg-accent" : "border-line-strong bg-surface")} />
      {onAt ? (
        <button type="button" aria-current={active || undefined} onClick={() => onAt(newest ? undefined : step.version)} className="rounded text-left text-table font-medium hover:underline">
          {words.step(step)}
        </button>
      ) : (
        <p className="text-table font-medium">{words.step(step)}</p>
      )}
      <p className="text-xs text-muted">
        <InstantText at={step.at} /> · {step.actor.name ?? t("somebody")}
      </p>
      <dl className="mt-1 flex flex-col gap-0.5 text-xs">
        {step.changes.map((change) => (
          <div key={change.field} className="flex flex-wrap items-baseline gap-x-1.5">
            <dt className="text-muted">{words.field(change.field)}</dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
              {change.from !== null && (
                <>
                  <span className="sr-only">{t("becameFrom")}</span>
                  <span className="text-muted line-through">{words.value(change.field, change.from)}</span>
                  <ArrowRight aria-hidden className="size-3 shrink-0 self-center text-faint" />
                  <span className="sr-only">{t("becameTo")}</span>
                </>
              )}
              <span className="min-w-0 wrap-anywhere">{words.value(change.field, change.to)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
