import { Suspense, useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { BookOpen, FileUp, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiPrice, AiProvider } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { addDays } from "@/lib/dates";
import { showDecimal } from "@/lib/decimal";
import { Button, Confirm, Needs, Page, Pill, toast, Tooltip, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, useTableView, type Column } from "@/ui/table";
import { providersQuery } from "../accounts/queries";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { moreOf as otherPrices } from "./price";
import { priceAgain, pricesQuery } from "./queries";
import type { PricesSearch } from "./search";

const PriceSheet = late(() => import("./PriceSheet").then((part) => ({ default: part.PriceSheet })));

const CatalogueSheet = late(() => import("./CatalogueSheet").then((part) => ({ default: part.CatalogueSheet })));

const rowId = (row: AiPrice) => row.id;

/** The price book: what a million tokens of each model cost, and from when to when. */
export function AiPricesPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/ai/prices" });
  const navigate = useNavigate();
  const [see, arrange] = [useMay("aicosts.see"), useMay("aicosts.arrange")];
  const [asking, setAsking] = useState(false);
  const providers = useQuery({ ...providersQuery, enabled: see }).data?.items;
  const columns = useColumns(providers);
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const typed = view.view.search.trim();
  const provider = view.view.conditions.find((one) => one.column === "provider")?.values[0];
  const rows = useInfiniteQuery({ ...pricesQuery({ ...(provider ? { provider } : {}), ...(typed ? { model: typed } : {}) }), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const set = (open: PricesSearch["open"]) => {
    const { open: _, ...rest } = search;
    void navigate({ to: "/ai/prices", search: open ? { ...rest, open } : rest });
  };
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: () => set("new") });
  useCommand({ id: "import-ai-prices", label: t("importPrices"), icon: <FileUp aria-hidden />, words: "ai prices catalogue import litellm openrouter ki preise katalog", run: () => set("import") }, arrange);
  const importing = arrange && <Button icon={<FileUp aria-hidden className="size-4" />} onClick={() => set("import")}>{t("importPrices")}</Button>;
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => set("new")}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} fill actions={arrange && (<>{importing}<Button onClick={() => setAsking(true)}>{t("apply")}</Button>{adding}</>)}>
        <DataTable<AiPrice>
          id="ai-prices"
          label={t("title")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          empty={{ icon: <BookOpen aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: arrange && (<>{adding}{importing}</>) }}
        />
        <Suspense fallback={null}>
          {search.open === "new" && arrange && providers && <PriceSheet providers={providers} onClose={() => set(undefined)} />}
          {search.open === "import" && arrange && providers && (
            <CatalogueSheet
              providers={providers}
              onClose={() => set(undefined)}
              onAgain={() => {
                set(undefined);
                setAsking(true);
              }}
            />
          )}
        </Suspense>
        <Again open={asking} onClose={() => setAsking(false)} />
      </Page>
    </Needs>
  );
}

/** Asks before usage is priced by the book as it is now. */
function Again({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText(messages);
  const today = useToday();
  const queries = useQueryClient();
  const apply = useMutation({
    mutationFn: () => priceAgain(addDays(today, -29), addDays(today, 1)),
    onSuccess: ({ changed, unpriced }) => toast.done([t("applied", { count: changed }), ...(unpriced > 0 ? [t("appliedUnpriced", { unpriced })] : [])].join(", ")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.aiUsage] });
    },
  });
  return <Confirm open={open} onClose={onClose} title={t("applyTitle")} description={t("applyHelp")} action={t("apply")} busy={apply.isPending} onConfirm={() => apply.mutate()} />;
}

function useColumns(providers: readonly AiProvider[] | undefined): readonly Column<AiPrice>[] {
  const t = useText(messages);
  const { locale } = useFormats();
  return useMemo(() => {
    const nameOf = (code: string) => providers?.find((one) => one.code === code)?.name ?? code;
    const price = (name: string) => (row: AiPrice) => row.prices[name] ?? null;
    const shown = (name: string) => (row: AiPrice) => <span data-numeric className="tabular">{row.prices[name] === undefined ? <span className="text-faint">–</span> : showDecimal(row.prices[name], locale, 2)}</span>;
    const others = (row: AiPrice) => otherPrices(row.prices).map((name) => `${name} ${row.prices[name]}`).join(" · ");
    return [
      { id: "model", header: t("model"), kind: "text", width: 240, pinned: true, card: "title", value: (row) => row.model },
      { id: "provider", header: t("provider"), kind: "choice", width: 140, card: "under", value: (row) => row.provider, text: (row) => nameOf(row.provider), render: (row) => <span className="truncate">{nameOf(row.provider)}</span>, filter: { operators: ["is"], single: true, options: (providers ?? []).map(({ code, name }) => ({ value: code, label: name })) } },
      { id: "input", header: t("input"), kind: "number", width: 110, value: price("tokens/input"), render: shown("tokens/input") },
      { id: "output", header: t("output"), kind: "number", width: 110, value: price("tokens/output"), render: shown("tokens/output") },
      { id: "cacheRead", header: t("cacheRead"), kind: "number", width: 120, card: "none", value: price("tokens/cache-read"), render: shown("tokens/cache-read") },
      { id: "currency", header: t("currency"), kind: "text", width: 90, card: "side", value: (row) => row.currency },
      { id: "from", header: t("from"), kind: "date", width: 120, value: (row) => row.from.slice(0, 10) },
      { id: "until", header: t("until"), kind: "date", width: 120, card: "none", value: (row) => row.until?.slice(0, 10) ?? null },
      { id: "origin", header: t("origin"), kind: "choice", width: 120, card: "line", value: (row) => row.origin, text: (row) => t(`origin_${row.origin}`), render: (row) => <Pill tone={row.origin === "own" ? "accent" : "quiet"}>{t(`origin_${row.origin}`)}</Pill> },
      { id: "more", header: t("more"), kind: "text", width: 130, card: "none", value: others, render: (row) => (otherPrices(row.prices).length > 0 ? <Tooltip text={others(row)}><span className="text-muted">{t("moreCount", { count: otherPrices(row.prices).length })}</span></Tooltip> : null) },
      { id: "source", header: t("source"), kind: "text", width: 220, card: "none", value: (row) => row.source },
    ];
  }, [t, providers, locale]);
}
