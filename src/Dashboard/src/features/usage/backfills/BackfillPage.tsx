import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Check, Undo2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Backfill } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Confirm, Dialog, ErrorText, Field, Input, Page, Pill, Section, toast } from "@/ui";
import { tones } from "./BackfillsPage";
import { OnePage } from "../parts/OnePage";
import { messages } from "./messages";
import { backfillQuery, closeBackfill, undoBackfill } from "./queries";
import { Upload } from "./Upload";

/** One back-fill: what it brought, a file to send with it, and the way to take it back. */
export function BackfillPage() {
  const { id } = useParams({ from: "/usage/backfills/$id" });
  const t = useText(messages);
  const found = useQuery({ ...backfillQuery(id), enabled: useMay("usage.see") });
  return (
    <OnePage title={t("backfill")} found={found}>
      {(backfill) => <Loaded backfill={backfill} />}
    </OnePage>
  );
}

function Loaded({ backfill }: { backfill: Backfill }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const [arrange, record] = [useMay("usage.arrange"), useMay("usage.record")];
  const [question, setQuestion] = useState<"close" | "undo" | null>(null);
  const close = useMutation({
    mutationFn: () => closeBackfill(backfill),
    onSuccess: (now) => {
      queries.setQueryData([keys.backfills, backfill.id], now);
      toast.done(t("closed"));
    },
    onError: (error) => toast.error(error),
    onSettled: () => setQuestion(null),
  });
  const gone = backfill.state === "undoing" || backfill.state === "undone";
  return (
    <Page
      title={backfill.name}
      about={<span role="status"><Pill tone={tones[backfill.state]}>{t(`state_${backfill.state}`)}</Pill></span>}
      actions={
        arrange && !gone && (
          <>
            {backfill.state === "open" && <Button icon={<Check aria-hidden className="size-4" />} onClick={() => setQuestion("close")}>{t("close")}</Button>}
            <Button tone="danger" icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setQuestion("undo")}>{t("undo")}</Button>
          </>
        )
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        <div className="text-table text-muted">
          <p>{t("openedBy", { when: formats.instant(backfill.openedAt), who: backfill.openedBy })}</p>
          {backfill.note && <p className="mt-1 whitespace-pre-line wrap-anywhere text-ink">{backfill.note}</p>}
          {backfill.state === "undoing" && <p className="mt-1 text-ink">{t("undoing")}</p>}
          {backfill.state === "undone" && <p className="mt-1 text-ink">{t("undone", { count: formats.number(backfill.withdrawn), reason: backfill.undoReason ?? "" })}</p>}
        </div>
        <Section title={t("brought")} about={t("eventsCount", { count: formats.number(backfill.events) })}>
          {backfill.meters.length === 0 ? (
            <p className="text-table text-muted">{t("nothingYet")}</p>
          ) : (
            <div tabIndex={0} role="region" aria-label={t("brought")} className="overflow-x-auto rounded-card border border-line">
              <table className="w-full text-table">
                <thead className="text-left text-xs text-muted">
                  <tr>
                    {([["meter", ""], ["events", "text-right"], ["counted", "text-right"], ["value", "text-right"], ["span", ""]] as const).map(([name, at]) => (
                      <th key={name} scope="col" className={`px-3 py-2 font-medium ${at}`}>{t(name)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {backfill.meters.map((meter) => (
                    <tr key={meter.meter} className="border-t border-line">
                      <th scope="row" className="px-3 py-2 text-left font-medium">{meter.name}</th>
                      <td className="tabular px-3 py-2 text-right">{formats.number(meter.events)}</td>
                      <td className="tabular px-3 py-2 text-right">{formats.number(meter.counted)}</td>
                      <td className="tabular px-3 py-2 text-right whitespace-nowrap">{showDecimal(meter.value, formats.locale, 0)} {meter.unit}</td>
                      <td className="tabular px-3 py-2 text-muted">{t("dash", { from: formats.instant(meter.firstAt), to: formats.instant(meter.lastAt) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Section>
        {record && backfill.state === "open" && <Upload backfill={backfill} />}
      </div>
      <Confirm open={question === "close"} onClose={() => setQuestion(null)} title={t("closeTitle")} description={t("closeHelp")} action={t("close")} busy={close.isPending} onConfirm={() => close.mutate()} />
      {question === "undo" && <Undo backfill={backfill} onClose={() => setQuestion(null)} />}
    </Page>
  );
}

function Undo({ backfill, onClose }: { backfill: Backfill; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const undo = useMutation({
    mutationFn: () => undoBackfill(backfill, reason),
    onSuccess: (now) => {
      queries.setQueryData([keys.backfills, backfill.id], now);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t("undoTitle")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(submit) => {
          submit.preventDefault();
          undo.mutate();
        }}
      >
        <p className="text-table text-muted">{t("undoHelp", { count: formats.number(backfill.events) })}</p>
        <Field label={t("undoReason")}>
          <Input value={reason} onChange={(change) => setReason(change.target.value)} autoFocus />
        </Field>
        <ErrorText error={undo.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" busy={undo.isPending} disabled={reason.trim() === ""}>
            {t("undo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
