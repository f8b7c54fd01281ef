import { useEffect, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { clockQuery, keys, organisationQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Clock } from "@/api/types";
import { useFormats, useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays, addMonths, startOfDay, type Day } from "@/lib/dates";
import { Button, Confirm, DatePicker, ErrorText, Field, Pill, Progress, Section, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { messages } from "./messages";

/** The organisation's own clock in test mode, or how it gets one. */
export function ClockPage() {
  const t = useText(messages);
  const clock = useQuery({ ...clockQuery, refetchInterval: ({ state }) => (state.data?.movingTo || state.data?.open ? 500 : false) });
  return (
    <Screen needs="organisation.see" title={t("title")} about={clock.data && <Pill tone={clock.data.testMode ? "warn" : "quiet"}>{t(clock.data.testMode ? "on" : "off")}</Pill>} query={clock}>
      {(data: Clock) => (data.testMode ? <Hands clock={data} /> : <Begin />)}
    </Screen>
  );
}

function Begin() {
  const t = useText(messages);
  const house = useHouse();
  const queries = useQueryClient();
  const name = useQuery(organisationQuery).data?.name ?? "";
  const may = useMay("organisation.own");
  const [day, setDay] = useState<Day | null>(house.today);
  const [asking, setAsking] = useState(false);
  const begin = useMutation({
    mutationFn: () => ask(api.POST("/api/clock", { body: day && day !== house.today ? { startsAt: startOfDay(day, house.timeZone) } : {} })),
    onSuccess: () => {
      toast.done(t("begun"));
      return queries.invalidateQueries();
    },
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <p className="text-muted">{t("about")}</p>
      <p className="text-muted">{t("forGood")}</p>
      {may && (
        <div className="flex flex-col gap-4">
          <Field label={t("startsOn")}>
            <DatePicker value={day} onChange={setDay} />
          </Field>
          <ErrorText error={begin.error} />
          <Button tone="danger" className="self-start" disabled={!day} onClick={() => setAsking(true)}>
            {t("begin")}
          </Button>
        </div>
      )}
      {may && <Sample />}
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("beginTitle", { name })} description={t("beginHelp")} action={t("begin")} danger busy={begin.isPending} onConfirm={() => begin.mutate()} />
    </>
  );
}

/** Founds a made-up company beside one's own and goes over to it; its page lets the story begin. */
function Sample() {
  const t = useText(messages);
  const found = useMutation({
    mutationFn: async () => {
      const company = await ask(api.POST("/api/tenants/sample", { body: {} }));
      return session.goOver(await ask(api.POST("/api/auth/switch", { body: { organisation: company.slug } })));
    },
  });
  return (
    <Section title={t("sample")}>
      <div className="flex flex-col gap-4">
        <p className="text-table text-muted">{t("sampleAbout")}</p>
        <ErrorText error={found.error} />
        <Button className="self-start" busy={found.isPending} onClick={() => found.mutate()}>
          {t("sampleFound")}
        </Button>
      </div>
    </Section>
  );
}

function Hands({ clock }: { clock: Clock }) {
  const t = useText(messages);
  const formats = useFormats();
  const { timeZone } = useHouse();
  const queries = useQueryClient();
  const may = useMay("organisation.arrange");
  const [day, setDay] = useState<Day | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const moving = clock.movingTo !== null || clock.open > 0;
  // What happened on the way is on every page.
  useEffect(() => {
    if (!moving) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.clock });
  }, [moving, clock.now, queries]);
  const move = useMutation({
    mutationFn: (to: Day) => ask(api.POST("/api/clock/advance", { body: { to: sameTimeOn(to, clock, timeZone) } })),
    onSuccess: (now) => {
      setFrom(clock.now);
      queries.setQueryData(clockQuery.queryKey, now);
      setDay(null);
    },
  });
  const steps = { day: addDays(clock.today, 1), week: addDays(clock.today, 7), month: addMonths(clock.today, 1) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) move.mutate(day);
  };
  return (
    <>
      <div className="flex flex-col gap-1">
        <span className="text-table text-muted">{t("itIs")}</span>
        <span className="tabular text-2xl font-semibold">{formats.instant(clock.now)}</span>
        <p role="status" className="text-muted">
          {moving ? t("moving", { at: formats.instant(clock.movingTo ?? clock.now), count: clock.open }) : t("stands")}
        </p>
        {moving && <Progress label={t("onItsWay")} value={way(from, clock)} />}
        {clock.trouble && <p className="text-bad">{t("trouble", { why: clock.trouble })}</p>}
      </div>
      {may && (
        <Section title={t("move")}>
          <div className="flex flex-col gap-4">
            <p className="text-table text-muted">{t("moveAbout")}</p>
            <div className="flex flex-wrap gap-2">
              {(["day", "week", "month"] as const).map((step) => (
                <Button key={step} disabled={moving} busy={move.isPending && move.variables === steps[step]} onClick={() => move.mutate(steps[step])}>
                  {t(step)}
                </Button>
              ))}
            </div>
            <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
              <Field label={t("to")}>
                <DatePicker value={day} onChange={setDay} />
              </Field>
              <Button type="submit" tone="primary" disabled={!day || moving} busy={move.isPending && move.variables === day}>
                {t("go")}
              </Button>
            </form>
            <ErrorText error={move.error} />
          </div>
        </Section>
      )}
      <p className="text-table text-muted">{t("about")}</p>
    </>
  );
}

const time = (instant: string) => new Date(instant).getTime();

/** The time of day that the clock shows, on another day: days on which clocks change are longer or shorter. */
const sameTimeOn = (to: Day, clock: Clock, zone: string) => new Date(time(startOfDay(to, zone)) + Math.min(time(clock.now) - time(startOfDay(clock.today, zone)), 86_399_999)).toISOString();

/** How much of its way lies behind the clock; null when this page has not seen it set out. */
const way = (from: string | null, { now, movingTo }: Clock) => (from && movingTo ? (time(now) - time(from)) / (time(movingTo) - time(from)) : movingTo ? null : 1);
