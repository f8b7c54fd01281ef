import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { keys } from "@/api/queries";
import type { AiImport } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { save } from "@/lib/save";
import { Button, ErrorText, Field, Loading, Needs, Page, Pill, Section, Select, Skeleton, toast } from "@/ui";
import { SheetChoice } from "@/ui/SheetChoice";
import { useFollowedAccounts } from "../accounts/useAccountNames";
import { CostText } from "../parts/CostText";
import { useToday } from "../parts/useToday";
import { Earlier } from "./Earlier";
import { messages } from "./messages";
import { sendUsage } from "./queries";
import { badLines, listOf, reasonOf, sample } from "./rejected";

const each = "each";

/** From a file to records of usage: choose, look at what it would do and which cells are wrong, take; and the imports there were. */
export function AiImportPage() {
  const t = useText(messages);
  const today = useToday();
  const queries = useQueryClient();
  const followed = useFollowedAccounts();
  const { accounts } = followed;
  const [file, setFile] = useState<File | null>(null);
  const [account, setAccount] = useState<string | undefined>();
  const look = useMutation({ mutationFn: (of: { file: File; account: string | undefined }) => sendUsage(of.file, of.account, true) });
  const take = useMutation({
    mutationFn: () => sendUsage(file!, account, false),
    onSuccess: (taken) => {
      toast.done(t("taken", { count: taken.accepted }));
      restart();
      for (const key of [keys.aiUsage, keys.aiBudgets]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const check = (next: File, of: string | undefined) => {
    setFile(next);
    take.reset();
    look.mutate({ file: next, account: of });
  };
  const restart = () => {
    setFile(null);
    for (const one of [look, take]) one.reset();
  };
  const seen = look.data;
  return (
    <Needs permission="aicosts.record">
      <Page
        title={t("title")}
        about={file ? <span className="truncate max-phone:hidden">{file.name}</span> : undefined}
        actions={
          seen && (
            <>
              <Button onClick={restart}>{t("another")}</Button>
              <Button tone="primary" busy={take.isPending} disabled={seen.accepted === 0 || look.isPending} onClick={() => take.mutate()}>
                {t("take", { count: seen.accepted })}
              </Button>
            </>
          )
        }
      >
        <div className="mx-auto flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          <Field label={t("account")} hint={t("accountHint")} className="max-w-sm">
            <Select
              value={account ?? each}
              onChange={(next) => {
                const of = next === each ? undefined : next;
                setAccount(of);
                if (file) check(file, of);
              }}
              options={[{ value: each, label: t("eachLine") }, ...accounts.map((one) => ({ value: one.id, label: one.name, hint: one.providerName }))]}
            />
          </Field>
          <ErrorText error={followed.error} onRetry={() => void followed.retry()} />
          <ErrorText error={look.error ?? take.error} />
          {look.isPending && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {seen && !look.isPending && <Looked seen={seen} />}
          {!seen && !look.isPending && (
            <>
              <SheetChoice t={t} sample={{ name: "ai-usage-sample.csv", text: () => sample(today, accounts[0]) }} command={{ id: "choose-ai-usage", words: "import usage csv xlsx focus upload nutzung importieren" }} onFile={(next) => check(next, account)} />
              <Earlier />
            </>
          )}
        </div>
      </Page>
    </Needs>
  );
}

const shown = 500;

/** What a file would do, and each cell that is wrong. */
function Looked({ seen }: { seen: AiImport }) {
  const t = useText(messages);
  const { number } = useFormats();
  const { rejected } = seen;
  const list = () => save(new File([listOf(rejected, [t("line"), t("column"), t("cell"), t("why")])], seen.fileName.replace(/(\.\w+)?$/, "-rejected.csv"), { type: "text/csv" }));
  return (
    <>
      <div role="status" className="flex flex-col gap-2">
        <p className="text-base font-medium">{t("would", { added: seen.accepted - seen.replaced, replaced: seen.replaced, unchanged: seen.unchanged, rejected: badLines(rejected) })}</p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-table text-muted">
          <Pill>{t(`format_${seen.format}`)}</Pill>
          <span>{t("rows", { count: seen.rows })}</span>
          {seen.totals.map((total) => <span key={total.currency}>{t("total")} <CostText cost={total} /></span>)}
        </p>
        {seen.unpriced > 0 && <p className="rounded-md bg-warn-soft px-3 py-2 text-table">{t("unpriced", { count: seen.unpriced })}</p>}
      </div>
      {rejected.length > 0 && (
        <Section title={t("badCells")} actions={<Button size="sm" icon={<Download aria-hidden className="size-4" />} onClick={list}>{t("saveList")}</Button>}>
          <p className="mb-3 text-table text-muted">{t("badCellsHelp")}</p>
          <div tabIndex={0} role="region" aria-label={t("badCells")} className="max-h-[28rem] overflow-auto rounded-card border border-line">
            <table className="w-full text-left text-table">
              <thead className="sticky top-0 bg-canvas text-xs text-muted">
                <tr>
                  {(["line", "column", "cell", "why"] as const).map((head) => (
                    <th key={head} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">{t(head)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rejected.slice(0, shown).map((cell, at) => (
                  <tr key={at} className="border-t border-line align-top">
                    <td className="tabular px-3 py-1.5 text-muted">{number(cell.line)}</td>
                    <td className="px-3 py-1.5 font-mono text-xs">{cell.column}</td>
                    <td className="px-3 py-1.5 wrap-anywhere">{cell.value}</td>
                    <td className="min-w-56 px-3 py-1.5 text-bad">{reasonOf(cell)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rejected.length > shown && <p className="mt-2 text-table text-muted">{t("moreCells", { count: rejected.length - shown })}</p>}
        </Section>
      )}
    </>
  );
}
