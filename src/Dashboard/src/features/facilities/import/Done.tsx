import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck, Download, Undo2 } from "lucide-react";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Confirm, MoneyText, toast } from "@/ui";
import { messages } from "./messages";
import { downloadRejected } from "./rejected";
import { Undone } from "./Undone";
import { useUndoImport } from "./useUndoImport";
import { rejectedLines, type Wizard } from "./wizard";

/** What an import did. */
export function Done({ state }: { state: Extract<Wizard, { step: "done" }> }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const undo = useUndoImport();
  const [asking, setAsking] = useState(false);
  const { file, options, report } = state;
  const rejected = rejectedLines(report);
  useEffect(() => void Promise.all([keys.imports, keys.groups, keys.facilities, keys.records].map((key) => queries.invalidateQueries({ queryKey: [key] }))), [queries, report]);

  return (
    <section className="mx-auto flex max-w-xl flex-col gap-5 p-4 pt-10 sm:p-6 sm:pt-14">
      <div className="flex items-start gap-3">
        <CircleCheck aria-hidden className="mt-0.5 size-6 shrink-0 text-good" />
        <div role="status">
          <h2 className="text-lg font-semibold tracking-tight">{report.accepted > 0 ? t("accepted", { count: report.accepted }) : t("doneNothing")}</h2>
          <p className="text-muted">{report.accepted > 0 ? t("counts", { accepted: report.accepted, unchanged: report.unchanged, rejected }) : t("doneNothingHelp")}</p>
        </div>
      </div>
      {report.totals.length > 0 && (
        <dl className="divide-y divide-line rounded-card border border-line">
          {report.totals.flatMap((total) => [
            <Sum key={`${total.currency} billed`} name={t("billed")}>
              <MoneyText money={total.billed} />
            </Sum>,
            <Sum key={`${total.currency} paid`} name={t("paid")}>
              <MoneyText money={total.paid} />
            </Sum>,
          ])}
        </dl>
      )}
      {undo.data && <Undone undone={undo.data} />}
      <div className="flex flex-wrap gap-2">
        <Link to="/facilities" className={buttonClass("primary")}>
          {t("toBilling")}
        </Link>
        {rejected > 0 && (
          <Button icon={<Download aria-hidden className="size-4" />} onClick={() => void downloadRejected(file, options).catch(toast.error)}>
            {t("rejectedRows", { count: rejected })}
          </Button>
        )}
        {report.accepted > 0 && !undo.data && (
          <Button icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
            {t("undoImport")}
          </Button>
        )}
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("undoTitle", { name: file.name })}
        description={t("undoHelp")}
        action={t("undoImport")}
        danger
        busy={undo.isPending}
        onConfirm={() => undo.mutate(report.importId, { onSettled: () => setAsking(false) })}
      />
    </section>
  );
}

const Sum = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="flex justify-between gap-3 px-3 py-2">
    <dt className="text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
);
