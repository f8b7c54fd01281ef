import { Suspense, useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { DoorOpen, Ellipsis, EyeOff, Mail, Plus, ReceiptText, UserX } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { PortalUser } from "@/api/types";
import { useText } from "@/i18n/messages";
import { PORTAL } from "@/lib/address";
import { late } from "@/lib/late";
import { useNow } from "@/lib/useNow";
import { AgoText, Button, CardRows, Confirm, EmptyState, IconButton, Listed, Menu, Needs, Page, Pill, Tabs, toast, useCommand, useShortcut } from "@/ui";
import { ClientFilter } from "../parts/ClientFilter";
import { withPart } from "../parts/lists";
import { useNames } from "../parts/useNames";
import { messages } from "./messages";
import { forget, inviteAgain, portalUsersQuery, showInvoices, withdraw } from "./queries";
import type { PortalSearch } from "./search";

const InviteSheet = late(() => import("./InviteSheet").then((part) => ({ default: part.InviteSheet })));

/** Those of clients who may come into the portal. List, client and open sheet are in the address. */
export function PortalUsersPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/support/portal" });
  const navigate = useNavigate();
  const arrange = useMay("support.arrange");
  const list = useInfiniteQuery({ ...portalUsersQuery(search.list === "withdrawn", search.of), enabled: arrange });
  const items = list.data?.pages.flatMap((page) => page.items);
  const named = useNames(items);
  const set = (part: { [K in keyof PortalSearch]?: PortalSearch[K] | undefined }) => void navigate({ to: "/support/portal", search: withPart(search, part) });
  const add = () => set({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: add });
  useCommand({ id: "new-portal-user", label: t("add"), icon: <DoorOpen aria-hidden />, words: "portal client contact invite kunde portal einladen zugang", run: add }, arrange);
  const adding = (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="support.arrange">
      <Page
        title={t("title")}
        actions={adding}
        tabs={<Tabs label={t("list")} value={search.list ?? "current"} onChange={(next) => set({ list: next === "withdrawn" ? "withdrawn" : undefined })} tabs={[{ value: "current", label: t("current") }, { value: "withdrawn", label: t("withdrawnOnes") }]} />}
      >
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <p className="text-muted">
            {t("about")}{" "}
            <a href={PORTAL} target="_blank" rel="noopener" className="rounded text-accent-ink underline">
              {t("openPortal")}
            </a>
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <ClientFilter client={search.of} onChange={(of) => set({ of })} />
          </div>
          <Listed
            list={list}
            more={t("more")}
            empty={
              <EmptyState icon={<DoorOpen aria-hidden />} title={t(search.list ? "noneWithdrawn" : "none")} actions={!search.list && adding}>
                {!search.list && t("noneHelp")}
              </EmptyState>
            }
          >
            {(users) => <CardRows label={t("title")} items={users} rowKey={(one) => one.id} row={(one) => <Row user={one} client={named(one.clientId)} />} />}
          </Listed>
        </div>
        <Suspense fallback={null}>{search.open === "new" && arrange && <InviteSheet client={search.of ?? null} onClose={() => set({ open: undefined })} />}</Suspense>
      </Page>
    </Needs>
  );
}

const tones = { invited: "open", active: "good", withdrawn: "quiet", forgotten: "quiet" } as const;

function Row({ user, client }: { user: PortalUser; client: string }) {
  const t = useText(messages);
  const now = useNow();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"withdraw" | "forget" | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.supportPortal] });
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: (_, { done }) => {
      setAsking(null);
      toast.done(done);
    },
    onError: (error) => toast.error(error),
    onSettled: () => void refresh(),
  });
  const mayEnter = user.standing === "invited" || user.standing === "active";
  const { id, name, seesInvoices } = user;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="wrap-anywhere">
          <span className="font-medium">{name}</span> <span className="text-muted">{user.email}</span>
        </p>
        <p className="text-table wrap-anywhere text-muted">
          {client} · {t(user.enteredAt ? "lastIn" : "invitedWhen")} <AgoText at={user.enteredAt ?? user.invitedAt} now={now} />
        </p>
      </div>
      {seesInvoices && mayEnter && <Pill tone="accent">{t("seesInvoices")}</Pill>}
      <Pill tone={tones[user.standing]}>{t(`standing_${user.standing}`)}</Pill>
      {user.standing !== "forgotten" && (
        <Menu
          align="end"
          trigger={<IconButton size="iconSm" label={t("actions", { name })} icon={<Ellipsis aria-hidden />} />}
          items={[
            ...(mayEnter
              ? [
                  { id: "invoices", label: t(seesInvoices ? "hideInvoices" : "showInvoices"), icon: <ReceiptText aria-hidden />, onSelect: () => act.mutate({ run: () => showInvoices(id, !seesInvoices), done: t("saved") }) },
                  { id: "invite", label: t("inviteAgain"), icon: <Mail aria-hidden />, onSelect: () => act.mutate({ run: () => inviteAgain(id), done: t("invited") }) },
                  null,
                  { id: "withdraw", label: t("withdraw"), icon: <UserX aria-hidden />, danger: true, onSelect: () => setAsking("withdraw") },
                ]
              : []),
            { id: "forget", label: t("forget"), icon: <EyeOff aria-hidden />, danger: true, onSelect: () => setAsking("forget") },
          ]}
        />
      )}
      <Confirm open={asking === "withdraw"} onClose={() => setAsking(null)} title={t("withdrawTitle", { name })} description={t("withdrawAbout")} action={t("withdraw")} danger busy={act.isPending} onConfirm={() => act.mutate({ run: () => withdraw(id), done: t("withdrawn") })} />
      <Confirm open={asking === "forget"} onClose={() => setAsking(null)} title={t("forgetTitle", { name })} description={t("forgetAbout")} action={t("forget")} danger busy={act.isPending} onConfirm={() => act.mutate({ run: () => forget(id), done: t("forgotten") })} />
    </div>
  );
}
