import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { CustomDate, Schedule } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { DateText, ErrorText, Loading, Section, Skeleton } from "@/ui";
import { messages } from "./messages";
import { cycleLabel } from "./words";

const AHEAD = 12;

/** On a phone a cycle is its number: +3, −2. */
const steps = new Intl.NumberFormat("en", { signDisplay: "exceptZero" });

/** Waits until a value has rested, so that typing does not ask the server with every key. */
function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(written) as T), milliseconds);
    return () => clearTimeout(timer);
  }, [written, milliseconds]);
  return rested;
}

/** The current cycle and the next twelve (of listed dates also those before) of a schedule that need not be saved yet, as the server computes them. */
export function CyclePreview({ schedule, customDates }: { schedule: Schedule | null; customDates?: CustomDate[] | null }) {
  const t = useText(messages);
  const { day, today } = useFormats();
  const asked = useRested(schedule && customDates !== null ? { schedule, past: schedule.frequency === "custom" ? AHEAD : 0, future: AHEAD, ...(customDates ? { customDates } : {}) } : null, 150);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [keys.cycles, "preview", asked],
    queryFn: ({ signal }) => ask(api.POST("/api/schedules/preview", { body: asked!, signal })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Section title={t("preview")} about={t("previewAbout", { day: day(today) })}>
      {error ? (
        <ErrorText error={error} />
      ) : !data ? (
        <Loading className="flex flex-col gap-3 py-2">
          {Array.from({ length: AHEAD }, (_, at) => (
            <Skeleton key={at} />
          ))}
        </Loading>
      ) : data.items.length === 0 ? (
        <p className="text-table text-muted">{t("noCycles")}</p>
      ) : (
        <div className="overflow-hidden rounded-card border border-line">
          <table className={cx("w-full text-table transition-opacity duration-100", isPlaceholderData && "opacity-60")}>
            <thead className="bg-canvas text-left text-xs text-muted">
              <tr>
                {(["cycle", "billingDate", "from", "through"] as const).map((name) => (
                  <th key={name} scope="col" className="h-8 px-2 font-medium sm:px-3">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((cycle) => (
                <tr key={cycle.index} className={cx("border-t border-line", cycle.index === 0 && "bg-accent-soft font-medium")}>
                  <th scope="row" className={cx("h-8 px-2 text-left sm:px-3 sm:whitespace-nowrap", cycle.index === 0 ? "font-medium" : "font-normal")}>
                    <span className="max-sm:sr-only">{cycleLabel(cycle.index, t)}</span>
                    <span aria-hidden className="tabular sm:hidden">{cycle.index === 0 ? t("now") : steps.format(cycle.index).replace("-", "−")}</span>
                  </th>
                  {[cycle.billingDate, cycle.from, cycle.through].map((day, at) => (
                    <td key={at} className="px-2 text-xs sm:px-3 sm:text-table">
                      <DateText day={day} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
