import { Suspense } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Armchair, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { AiSeats } from "@/api/types";
import { useText } from "@/i18n/messages";
import { groupBy } from "@/lib/groupBy";
import { late } from "@/lib/late";
import { Button, EmptyState, ErrorText, Field, Loading, Needs, Page, Section, Select, Skeleton, useCommand, useShortcut } from "@/ui";
import { useAccountNames } from "../accounts/useAccountNames";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { seatsQuery } from "./queries";
import type { SeatsSearch } from "./search";
import { Terms } from "./Standing";

const SeatsSheet = late(() => import("./SeatsSheet").then((part) => ({ default: part.SeatsSheet })));
const ChargesSheet = late(() => import("./ChargesSheet").then((part) => ({ default: part.ChargesSheet })));
const GiveUp = late(() => import("./GiveUp").then((part) => ({ default: part.GiveUp })));

const all = "all";

/** Seats that cost the same each month, by account: what is agreed, what was charged, and what can be done about it. */
export function AiSeatsPage() {
  const t = useText(messages);
  const { account, open, act } = useSearch({ from: "/ai/seats" });
  const navigate = useNavigate();
  const [see, arrange] = [useMay("aicosts.see"), useMay("aicosts.arrange")];
  const list = useInfiniteQuery({ ...seatsQuery(account), enabled: see });
  const items = list.data?.pages.flatMap((page) => page.items);
  const named = useAccountNames();
  const nameOf = (id: string) => named.accounts.find((one) => one.id === id)?.name ?? "…";
  const go = (search: SeatsSearch) => void navigate({ to: "/ai/seats", search });
  const show = (part: SeatsSearch) => go({ ...(account ? { account } : {}), ...part });
  const add = () => show({ open: "new" });
  const close = () => show({});
  const opened = items?.find((one) => one.id === open);
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: add });
  useCommand({ id: "new-ai-seats", label: t("add"), icon: <Armchair aria-hidden />, words: "ai seats licence copilot chatgpt book ki plätze lizenz buchen", run: add }, arrange);
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  const groups = [...groupBy(items ?? [], (one) => one.account)].sort(([one], [other]) => nameOf(one).localeCompare(nameOf(other)));
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} actions={items && items.length > 0 && adding}>
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <Field label={t("account")} quiet className="w-full sm:w-64">
            <Select value={account ?? all} onChange={(next) => go(next === all ? {} : { account: next })} options={[{ value: all, label: t("allAccounts") }, ...named.accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
          </Field>
          <ErrorText error={list.error ?? named.error} onRetry={() => void Promise.all([list.refetch(), ...(named.error ? [named.retry()] : [])])} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<Armchair aria-hidden />} title={t(account ? "noneHere" : "none")} actions={adding}>
              {t("help")}
            </EmptyState>
          )}
          {groups.map(([of, seats]) => (
            <Section key={of} title={nameOf(of)} actions={<Link to="/ai/accounts/$id" params={{ id: of }} className="rounded text-table underline decoration-dotted underline-offset-4 hover:text-accent-ink">{t("toAccount")}</Link>}>
              <ul aria-label={nameOf(of)} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
                {seats.map((one) => (
                  <Row key={one.id} seats={one} onLook={() => show({ open: one.id })} {...(arrange ? { onAct: (next: "agree" | "end") => show({ open: one.id, act: next }) } : {})} />
                ))}
              </ul>
            </Section>
          ))}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        <Suspense fallback={null}>
          {open === "new" && arrange && <SeatsSheet {...(account ? { account } : {})} onClose={close} />}
          {opened && act === "agree" && arrange && opened.until === null && <SeatsSheet key={opened.id} seats={opened} onClose={close} />}
          {opened && act === "end" && arrange && <GiveUp key={opened.id} seats={opened} onClose={close} />}
          {opened && act === undefined && <ChargesSheet key={opened.id} seats={opened} account={nameOf(opened.account)} onClose={close} />}
        </Suspense>
      </Page>
    </Needs>
  );
}

function Row({ seats, onLook, onAct }: { seats: AiSeats; onLook: () => void; onAct?: (act: "agree" | "end") => void }) {
  const t = useText(messages);
  const today = useToday();
  const again = seats.until !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
      <Terms seats={seats} today={today} name={<button type="button" aria-label={t("look", { name: seats.name })} onClick={onLook} className="min-h-6 rounded text-left font-medium wrap-anywhere underline decoration-dotted underline-offset-4 hover:text-accent-ink">{seats.name}</button>} />
      {onAct && (
        <span className="flex flex-wrap gap-2">
          {!again && <Button size="sm" aria-label={t("changeOf", { name: seats.name })} onClick={() => onAct("agree")}>{t("change")}</Button>}
          <Button size="sm" aria-label={t(again ? "endAgainOf" : "endOf", { name: seats.name })} onClick={() => onAct("end")}>{t(again ? "endAgain" : "end")}</Button>
        </span>
      )}
    </li>
  );
}
