import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { WebhookDelivery, WebhookLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { AgoText, Button, CardRows, Listed, Pill, Section, Tabs, type Tone, toast } from "@/ui";
import { DeliverySheet } from "./DeliverySheet";
import { messages } from "./messages";
import { deliveriesQuery, resendFailed } from "./queries";
import { states, type DeliveryState } from "./search";

const tones: Record<DeliveryState, Tone> = { waiting: "open", delivered: "good", failed: "bad" };

/** The colour of a delivery's state. */
export const toneOf = (state: string): Tone => tones[state as DeliveryState] ?? "quiet";

/** What was sent to an address and what waits, the newest first. */
export function Deliveries({ line, state, open }: { line: WebhookLine; state: DeliveryState | undefined; open: string | undefined }) {
  const t = useText(messages);
  const { id } = line.endpoint;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = useInfiniteQuery(deliveriesQuery(id, state));
  const go = (next: DeliveryState | "all") => void navigate({ to: "/webhooks/$id", params: { id }, search: next === "all" ? {} : { state: next } });
  const again = useMutation({
    mutationFn: () => resendFailed(id),
    onSuccess: ({ count }) => toast.done(t("resending", { count })),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.webhooks] }),
  });
  return (
    <Section title={t("deliveries")}>
      <Tabs label={t("deliveries")} value={state ?? "all"} onChange={go} tabs={[{ value: "all" as const, label: t("all") }, ...states.map((one) => ({ value: one, label: t(one) }))]} />
      <div className="flex flex-col gap-4 pt-4">
        {line.failed > 0 && line.endpoint.state === "active" && (
          <Button className="self-start" busy={again.isPending} onClick={() => again.mutate()}>
            {t("resendFailed")}
          </Button>
        )}
        <Listed
          list={list}
          empty={
            <p className="text-table text-muted">
              {t("noDeliveries")}. {t("noDeliveriesHelp")}
            </p>
          }
          more={t("more")}
        >
          {(items) => <CardRows label={t("deliveries")} items={items} rowKey={(one) => one.id} row={(one) => <Row one={one} state={state} />} />}
        </Listed>
      </div>
      {open && <DeliverySheet id={open} onClose={() => go(state ?? "all")} />}
    </Section>
  );
}

function Row({ one, state }: { one: WebhookDelivery; state: DeliveryState | undefined }) {
  const t = useText(messages);
  const now = useNow();
  return (
    <Link to="/webhooks/$id" params={{ id: one.endpoint }} search={{ ...(state ? { state } : {}), delivery: one.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-56 font-mono text-table break-all">{one.type}</span>
      {one.cause !== "event" && <Pill>{t(one.cause === "test" ? "cause_test" : "cause_replay")}</Pill>}
      <Pill tone={toneOf(one.state)}>{t(one.state as DeliveryState)}</Pill>
      <AgoText at={one.createdAt} now={now} className="text-table text-muted" />
      <span className="basis-full text-xs wrap-anywhere text-muted">
        {t("attempts", { count: one.attempts })}
        {one.error && <span lang="en"> · {one.error}</span>}
        {one.dueAt && one.attempts > 0 && (
          <>
            {" · "}
            <AgoText at={one.dueAt} now={now} />
          </>
        )}
      </span>
    </Link>
  );
}
