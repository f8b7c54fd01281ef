import { useMemo, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Ellipsis, Link2, Pause, Play, RotateCcw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Subscription } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { lateOver } from "@/lib/late";
import { Button, Confirm, ErrorText, Explain, IconButton, Loading, Menu, MoneyText, Page, Pill, Section, Skeleton, Switch, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { History } from "@/ui/history/History";
import { Cards } from "../cards/Cards";
import { Fetched } from "@/ui/Fetched";
import { Lines } from "../parts/Lines";
import { StatusPill } from "../parts/StatusPill";
import { Coupons } from "./Coupons";
import { Facts } from "./Facts";
import { messages } from "./messages";
import { change, end, pause, resume, retry, subscriptionHistoryQuery, subscriptionPreviewQuery, subscriptionQuery } from "./queries";
import type { SubscriptionSearch } from "./search";
import { parkedOf } from "./timeline";
import { Timeline } from "./Timeline";
import { entriesOf, historyWords } from "./words";

const CancelSheet = lateOver(() => import("./CancelSheet").then((part) => ({ default: part.CancelSheet })));
const ChangeSheet = lateOver(() => import("./ChangeSheet").then((part) => ({ default: part.ChangeSheet })));
const CouponSheet = lateOver(() => import("./CouponSheet").then((part) => ({ default: part.CouponSheet })));
const PortalDialog = lateOver(() => import("../checkouts/PortalDialog").then((part) => ({ default: part.PortalDialog })));

/** One subscription: what it is, what was billed and what comes next; or what it was at a version of its history. */
export function SubscriptionPage() {
  const { id } = useParams({ from: "/subscriptions/$id" });
  const t = useText(messages);
  const subscription = useQuery({ ...subscriptionQuery(id), enabled: useMay("subscriptions.see") });
  return (
    <Fetched needs="subscriptions.see" title={t("subscription")} query={subscription}>
      {(found) => <Loaded key={id} now={found} />}
    </Fetched>
  );
}

function Loaded({ now }: { now: Subscription }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search = useSearch({ from: "/subscriptions/$id" });
  const keep = useMay("subscriptions.keep");
  const [keepAccess, setKeepAccess] = useState(false);
  const name = useClientNames([now.clientId])(now.clientId, t("subscription"));
  const history = useQuery(subscriptionHistoryQuery(now.id));
  const entries = useMemo(() => history.data && entriesOf(history.data.items), [history.data]);
  const words = useMemo(() => historyWords(t), [t]);
  const moment = search.at === undefined ? undefined : history.data?.items.findLast((item) => item.version <= search.at!)?.at;
  const then = useQuery({ ...subscriptionHistoryQuery(now.id, moment), enabled: moment !== undefined });
  const looking = moment !== undefined;
  const shown = (looking && then.data?.then) || now;
  const set = (part: { [K in keyof SubscriptionSearch]?: SubscriptionSearch[K] | undefined }) =>
    void navigate({ to: "/subscriptions/$id", params: { id: now.id }, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as SubscriptionSearch, replace: true });

  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<Subscription>; said: string }) => run(),
    onSuccess: (_, { said }) => {
      set({ open: undefined });
      toast.done(said);
    },
    onError: (failed) => toast.error(failed),
    onSettled: () => Promise.all([keys.subscriptions, keys.revenue, keys.invoices].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const goes = now.canceledAt === null && !looking;
  const parked = parkedOf(now);
  const drop = () => act.mutate({ run: () => change(now, { planCode: now.plan, quantity: now.quantity }), said: t("nextDropped") });

  return (
    <Page
      title={name}
      about={
        <span role="status" className="flex flex-wrap gap-1">
          <StatusPill status={shown.status} />
          {shown.cancelAtPeriodEnd && shown.canceledAt === null && <Pill tone="warn">{t("endsOn", { day: formats.day(shown.nextFrom) })}</Pill>}
        </span>
      }
      actions={
        keep && goes && (
          <>
            {parked.length > 0 && (
              <Button tone="primary" icon={<RotateCcw aria-hidden className="size-4" />} busy={act.isPending} onClick={() => act.mutate({ run: () => retry(now), said: t("retried") })}>
                {t("retry")}
              </Button>
            )}
            {now.status === "paused" ? (
              <Button tone="primary" icon={<Play aria-hidden className="size-4" />} busy={act.isPending} onClick={() => act.mutate({ run: () => resume(now), said: t("resumed") })}>
                {t("resume")}
              </Button>
            ) : (
              <Button tone={parked.length > 0 ? "secondary" : "primary"} onClick={() => set({ open: "change" })}>
                {t("change")}
              </Button>
            )}
            <Menu
              align="end"
              items={[
                ...(now.status === "paused" || now.status === "incomplete" ? [] : [{ id: "pause", label: t("pause"), icon: <Pause aria-hidden />, onSelect: () => set({ open: "pause" }) }]),
                { id: "portal", label: t("portalLink"), icon: <Link2 aria-hidden />, onSelect: () => set({ open: "portal" }) },
                { id: "checkouts", label: t("checkoutLinks"), icon: <Link2 aria-hidden />, onSelect: () => void navigate({ to: "/subscriptions/checkouts", search: { of: now.clientId } }) },
                { id: "cancel", label: t("cancel"), danger: true, onSelect: () => set({ open: "cancel" }) },
              ]}
              trigger={<IconButton label={t("more")} tone="secondary" icon={<Ellipsis aria-hidden />} />}
            />
          </>
        )
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <Band subscription={shown} past={looking} />
        {looking && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asItWas", { at: formats.instant(moment) })}. {t("asItWasHelp")}</p>}
        {!looking && parked.length > 0 && (
          <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-table">
            <p className="font-medium text-bad">{t("parkedTitle")}</p>
            {parked.map((one, at) => (
              <p key={at}>{(one.code && refusalText(one.code, {})) ?? one.sentence ?? t("parkedUnknown")}</p>
            ))}
          </div>
        )}
        {goes && now.cancelAtPeriodEnd && (
          <Notice text={t("endsNotice", { day: formats.day(now.nextFrom) })} action={t("undoCancel")} busy={act.isPending} {...(keep ? { onAct: () => act.mutate({ run: () => change(now, { cancelAtPeriodEnd: false }), said: t("cancelUndone") }) } : {})} />
        )}
        {goes && now.next && (
          <Notice text={t("nextNotice", { day: formats.day(now.next.from), plan: now.next.plan, quantity: t("seats", { count: now.next.quantity }) })} action={t("dropNext")} busy={act.isPending} {...(keep ? { onAct: drop } : {})} />
        )}
        {goes && now.status === "paused" && <Notice text={t("pausedNotice")} />}
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-8">
            {goes && <Upcoming subscription={now} />}
            {shown.givenBack.length > 0 && (
              <Section title={t("givenBack")} about={<span className="max-phone:hidden">{t("givenBackHelp")}</span>}>
                <Lines label={t("givenBack")} lines={shown.givenBack} />
              </Section>
            )}
            <Timeline subscription={shown} items={looking ? then.data?.items : history.data?.items} then={looking} />
          </div>
          <aside className="flex min-w-0 flex-col gap-8">
            <Facts subscription={shown} client={name} />
            <Coupons
              subscription={shown}
              busy={act.isPending}
              {...(keep && goes ? { onTake: () => set({ open: "coupon" }), onDrop: (dropCoupon: string) => act.mutate({ run: () => change(now, { dropCoupon }), said: t("couponDropped") }) } : {})}
            />
            {!looking && <Cards clientId={now.clientId} />}
            <History entries={entries} error={history.error} words={words} at={search.at} onAt={(at) => set({ at })} />
          </aside>
        </div>
      </div>
      {keep && goes && search.open === "portal" && <PortalDialog client={now.clientId} onClose={() => set({ open: undefined })} />}
      {keep && goes && search.open === "change" && (
        <ChangeSheet subscription={now} busy={act.isPending} onClose={() => set({ open: undefined })} onChange={(wish, atOnce) => act.mutate({ run: () => change(now, wish), said: t(atOnce ? "changed" : "agreed") })} />
      )}
      {keep && goes && search.open === "coupon" && (
        <CouponSheet subscription={now} busy={act.isPending} onClose={() => set({ open: undefined })} onTake={(coupon) => act.mutate({ run: () => change(now, { coupon }), said: t("couponTaken") })} />
      )}
      {keep && goes && search.open === "cancel" && (
        <CancelSheet
          subscription={now}
          busy={act.isPending}
          onClose={() => set({ open: undefined })}
          onEnd={(how) => act.mutate(how === "periodEnd" ? { run: () => change(now, { cancelAtPeriodEnd: true }), said: t("cancelAgreed") } : { run: () => end(now, how), said: t("ended") })}
        />
      )}
      <Confirm open={keep && goes && search.open === "pause"} busy={act.isPending} onClose={() => set({ open: undefined })} title={t("pauseTitle")} description={t("pauseHelp")} action={t("doPause")} onConfirm={() => act.mutate({ run: () => pause(now, keepAccess), said: t("paused") })}>
        <Switch checked={keepAccess} onChange={setKeepAccess} label={t("keepAccess")} />
      </Confirm>
    </Page>
  );
}

/** What it is in one line, and the amount of the next invoice large. */
function Band({ subscription, past }: { subscription: Subscription; past: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const next = useQuery({ ...subscriptionPreviewQuery(subscription), enabled: !past && subscription.canceledAt === null }).data;
  return (
    <div className="border-b border-line pb-5">
      <p className="text-table text-muted">
        {subscription.planName}
        {subscription.quantity > 1 && ` · ${t("seats", { count: subscription.quantity })}`}
        {!past && ` · ${next?.nextInvoiceOn ? t("nextInvoice", { day: formats.day(next.nextInvoiceOn) }) : t("noNextInvoice")}`}
      </p>
      {!past && (next?.nextInvoiceOn ? <MoneyText money={next.nextTotal} large /> : <span className="text-2xl font-semibold text-faint">–</span>)}
      {!past && (
        <p className="text-table">
          <Explain of={{ kind: "subscription", id: subscription.id }}>{t("monthly")}</Explain>
        </p>
      )}
    </div>
  );
}

function Notice({ text, action, busy, onAct }: { text: string; action?: string; busy?: boolean; onAct?: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md bg-warn-soft px-3 py-2 text-table">
      <p className="min-w-0 flex-1 text-warn">{text}</p>
      {onAct && (
        <Button size="sm" busy={busy ?? false} onClick={onAct}>
          {action}
        </Button>
      )}
    </div>
  );
}

/** What the next invoice would bill, as things are now. */
function Upcoming({ subscription }: { subscription: Subscription }) {
  const t = useText(messages);
  const preview = useQuery(subscriptionPreviewQuery(subscription));
  return (
    <Section title={t("upcoming")} about={<span className="max-phone:hidden">{t("upcomingHelp")}</span>}>
      {preview.error ? (
        <ErrorText error={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <Loading>
          <Skeleton className="h-16 w-full" />
        </Loading>
      ) : preview.data.nextInvoiceOn ? (
        <Lines label={t("upcoming")} lines={preview.data.nextLines} total={preview.data.nextTotal} />
      ) : (
        <p className="text-table text-muted">{t("noUpcoming")}</p>
      )}
    </Section>
  );
}
