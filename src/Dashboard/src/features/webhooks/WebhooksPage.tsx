import { Suspense, useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Webhook as Icon } from "lucide-react";
import { useMay } from "@/api/may";
import type { WebhookLine, WebhookSecretShown } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, CardRows, EmptyState, Listed, Needs, Page, useCommand, useShortcut } from "@/ui";
import { messages } from "./messages";
import { webhooksQuery } from "./queries";
import { SecretSheet } from "./SecretSheet";
import { Standing } from "./Standing";

const WebhookSheet = late(() => import("./WebhookSheet").then((part) => ({ default: part.WebhookSheet })));

/** The addresses that are told of what happens, and how each does. */
export function WebhooksPage() {
  const t = useText(messages);
  const { open } = useSearch({ from: "/webhooks" });
  const navigate = useNavigate();
  const may = useMay("webhooks.arrange");
  const [made, setMade] = useState<WebhookSecretShown | null>(null);
  const list = useInfiniteQuery({ ...webhooksQuery, enabled: may });
  const items = list.data?.pages.flatMap((page) => page.items);
  const go = (search: { open?: "new" }) => void navigate({ to: "/webhooks", search });
  const add = () => go({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: may, run: add });
  useCommand({ id: "new-webhook", label: t("add"), icon: <Icon aria-hidden />, words: "webhook endpoint events add create ereignisse anlegen", run: add }, may);
  const adding = (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="webhooks.arrange">
      <Page title={t("title")} about={<span className="hidden lg:inline">{t("about")}</span>} actions={items && items.length > 0 && adding}>
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <Listed
            list={list}
            empty={
              <EmptyState icon={<Icon aria-hidden />} title={t("none")} actions={adding}>
                {t("noneHelp")}
              </EmptyState>
            }
            more={t("more")}
          >
            {(items) => <CardRows label={t("title")} items={items} rowKey={(line) => line.endpoint.id} row={(line) => <Row line={line} />} />}
          </Listed>
        </div>
        <Suspense fallback={null}>
          {open && may && !made && <WebhookSheet onClose={() => go({})} onMade={setMade} />}
        </Suspense>
        {made && <SecretSheet shown={made} onClose={() => void navigate({ to: "/webhooks/$id", params: { id: made.endpoint.id } })} />}
      </Page>
    </Needs>
  );
}

function Row({ line }: { line: WebhookLine }) {
  const t = useText(messages);
  const { id, name, url, filters } = line.endpoint;
  return (
    <Link to="/webhooks/$id" params={{ id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{name}</span>
      {line.waiting > 0 && <span className="text-table text-muted">{t("waitingCount", { count: line.waiting })}</span>}
      {line.failed > 0 && <span className="text-table text-muted">{t("failedCount", { count: line.failed })}</span>}
      <Standing line={line} />
      <span className="basis-full text-xs wrap-anywhere text-muted">
        {url} · {filters.join(", ")}
      </span>
    </Link>
  );
}
