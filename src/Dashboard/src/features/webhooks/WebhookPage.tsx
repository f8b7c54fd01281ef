import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Pencil, Trash2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { WebhookLine, WebhookSecretShown } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, FactList, Page, Section, toast } from "@/ui";
import { Fetched } from "@/ui/Fetched";
import { Deliveries } from "./Deliveries";
import { messages } from "./messages";
import { arrangeWebhook, removeWebhook, rotateSecret, testWebhook, webhookQuery } from "./queries";
import { ReplayDialog } from "./ReplayDialog";
import { SecretSheet } from "./SecretSheet";
import { Standing, Trouble } from "./Standing";

const WebhookSheet = late(() => import("./WebhookSheet").then((part) => ({ default: part.WebhookSheet })));

/** One address that is told of what happens: how it does, what was sent to it, and what can be done. */
export function WebhookPage() {
  const { id } = useParams({ from: "/webhooks/$id" });
  const t = useText(messages);
  const query = useQuery({ ...webhookQuery(id), enabled: useMay("webhooks.arrange") });
  return (
    <Fetched title={t("webhook")} query={query} needs="webhooks.arrange">
      {(line) => <Loaded line={line} />}
    </Fetched>
  );
}

function Loaded({ line }: { line: WebhookLine }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const webhook = line.endpoint;
  const { open, state, delivery } = useSearch({ from: "/webhooks/$id" });
  const go = (edit: boolean) => void navigate({ to: "/webhooks/$id", params: { id: webhook.id }, search: { ...(state ? { state } : {}), ...(edit ? { open: "edit" as const } : {}) } });
  const [asking, setAsking] = useState<"rotate" | "withdraw" | "remove" | "replay" | null>(null);
  const [shown, setShown] = useState<WebhookSecretShown | null>(null);
  const { test, turn, rotate, remove } = useDoing(line, () => setAsking(null), setShown);
  const active = webhook.state === "active";
  return (
    <Page
      title={webhook.name}
      about={<Standing line={line} />}
      actions={
        <>
          <Button tone="danger" icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setAsking("remove")}>{t("remove")}</Button>
          <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => go(true)}>{t("edit")}</Button>
          <Button busy={turn.isPending} tone={active ? "secondary" : "primary"} onClick={() => turn.mutate()}>{t(active ? "pause" : "resume")}</Button>
          <Button busy={test.isPending} onClick={() => test.mutate()}>{t("test")}</Button>
        </>
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        <Trouble line={line} />
        <Facts line={line} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("rotate")}>{t("rotate")}</Button>
          <Button tone="danger" onClick={() => setAsking("withdraw")}>{t("withdraw")}</Button>
          {active && <Button onClick={() => setAsking("replay")}>{t("replay")}</Button>}
        </div>
        <Deliveries line={line} state={state} open={delivery} />
      </div>
      <Suspense fallback={null}>{open === "edit" && <WebhookSheet webhook={webhook} onClose={() => go(false)} />}</Suspense>
      {shown && <SecretSheet shown={shown} onClose={() => setShown(null)} />}
      {asking === "replay" && <ReplayDialog webhook={webhook} onClose={() => setAsking(null)} />}
      <Confirm open={asking === "rotate"} onClose={() => setAsking(null)} title={t("rotateTitle")} description={t("rotateHelp")} action={t("rotate")} busy={rotate.isPending} onConfirm={() => rotate.mutate(false)} />
      <Confirm open={asking === "withdraw"} onClose={() => setAsking(null)} title={t("withdrawTitle")} description={t("withdrawHelp")} action={t("withdraw")} danger busy={rotate.isPending} onConfirm={() => rotate.mutate(true)} />
      <Confirm open={asking === "remove"} onClose={() => setAsking(null)} title={t("removeTitle", { name: webhook.name })} description={t("removeHelp")} action={t("remove")} danger busy={remove.isPending} onConfirm={() => remove.mutate()} />
    </Page>
  );
}

/** What can be done with a webhook; each says what came of it. */
function useDoing({ endpoint }: WebhookLine, onAsked: () => void, onSecret: (shown: WebhookSecretShown) => void) {
  const t = useText(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const onError = (failed: unknown) => toast.error(failed);
  const onSettled = () => {
    onAsked();
    return queries.invalidateQueries({ queryKey: [keys.webhooks] });
  };
  const test = useMutation({
    mutationFn: () => testWebhook(endpoint.id),
    onSuccess: (attempt) => (attempt.error === null ? toast.done(t("testTaken", { status: attempt.status ?? 0, milliseconds: attempt.milliseconds })) : toast.error(t("testFailed", { error: attempt.error }))),
    onError,
    onSettled,
  });
  const { name, url, filters, rate } = endpoint;
  const turn = useMutation({ mutationFn: () => arrangeWebhook(endpoint, { name, url, filters, rate, active: endpoint.state !== "active" }), onSuccess: () => toast.done(t("saved")), onError, onSettled });
  const rotate = useMutation({ mutationFn: (withdraw: boolean) => rotateSecret(endpoint, withdraw), onSuccess: onSecret, onError, onSettled });
  const remove = useMutation({
    mutationFn: () => removeWebhook(endpoint.id),
    onSuccess: () => {
      toast.done(t("removed", { name }));
      void navigate({ to: "/webhooks" });
    },
    onError,
    onSettled,
  });
  return { test, turn, rotate, remove };
}

function Facts({ line: { endpoint: webhook } }: { line: WebhookLine }) {
  const t = useText(messages);
  const formats = useFormats();
  const facts = [
    [t("url"), webhook.url],
    [t("filters"), webhook.filters.join(", ")],
    [t("headers"), webhook.headers.join(", ")],
    [t("rate"), webhook.rate === null ? t("anyRate") : formats.number(webhook.rate)],
    [t("signing"), t(`signing_${webhook.signing}`)],
    [t(webhook.signing === "hmac" ? "secret" : "publicKey"), <code key="secret" className="font-mono text-xs wrap-anywhere">{webhook.secret}</code>],
    [t("oldUntil"), webhook.oldSecretUntil && formats.instant(webhook.oldSecretUntil)],
  ] as const;
  return (
    <Section title={t("facts")}>
      <FactList facts={facts} className="grid gap-x-8 sm:grid-cols-2" />
    </Section>
  );
}
