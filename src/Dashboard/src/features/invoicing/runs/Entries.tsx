import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { RunEntry } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Checkbox, IconButton, MoneyText } from "@/ui";
import { messages } from "./messages";
import { Cell, Named, Row, Rows } from "./Rows";
import { isDraft, noteText } from "./words";

export interface EntriesProps {
  label: string;
  entries: readonly RunEntry[];
  /** Drafts that are not to be issued; left out where nothing can be chosen. */
  except?: ReadonlySet<string>;
  onExcept?: (except: ReadonlySet<string>) => void;
  onTakeOut?: (entry: RunEntry) => void;
}

/** Clients of a run with what became of each. */
export function Entries({ label, entries, except, onExcept, onTakeOut }: EntriesProps) {
  const t = useText(messages);
  const drafts = entries.filter(isDraft);
  const choosing = except !== undefined && onExcept !== undefined && drafts.length > 0;
  const out = drafts.filter((entry) => except?.has(entry.invoiceId!)).length;
  const toggle = (id: string, issue: boolean) => onExcept?.(new Set(issue ? [...except!].filter((one) => one !== id) : [...except!, id]));
  const all = () => onExcept?.(new Set(out > 0 ? [] : drafts.map((entry) => entry.invoiceId!)));
  const client = { id: "client", text: choosing ? <span className="inline-flex items-center gap-2"><Checkbox label={t("all")} checked={out === 0} mixed={out > 0 && out < drafts.length} onChange={all} />{t("client")}</span> : t("client") };
  return (
    <Rows label={label} heads={[client, { id: "number", text: t("number"), wide: true }, { id: "total", text: t("total"), end: true }, ...(onTakeOut && drafts.length > 0 ? [{ id: "actions", text: <span className="sr-only">{t("more")}</span>, end: true }] : [])]}>
      {entries.map((entry) => (
        <Row key={`${entry.clientId} ${entry.currency}`}>
          <Cell>
            <span className="flex items-start gap-2">
              {choosing && isDraft(entry) && <Checkbox label={t("include", { client: entry.clientName })} checked={!except.has(entry.invoiceId!)} onChange={(issue) => toggle(entry.invoiceId!, issue)} />}
              <span className="min-w-0">
                <Named name={entry.invoiceId && entry.standing !== "dropped" ? <Link to="/invoices/$id" params={{ id: entry.invoiceId }} className="underline decoration-line-strong underline-offset-2">{entry.clientName}</Link> : entry.clientName} notes={entry.because ? [noteText(t, entry.because)] : []} />
                {entry.billedIn && <Link to="/billing-runs/$id" params={{ id: entry.billedIn }} className="block text-xs text-accent-ink underline">{t("earlierRun")}</Link>}
              </span>
            </span>
          </Cell>
          <Cell wide>{entry.number ?? <span className="text-muted">{standing(t, entry)}</span>}</Cell>
          <Cell end>{entry.total ? <MoneyText money={entry.total} /> : <span className="text-muted">{entry.currency ?? "–"}</span>}</Cell>
          {onTakeOut && drafts.length > 0 && <Cell end>{isDraft(entry) && <IconButton size="iconSm" label={`${t("takeOut")}: ${entry.clientName}`} icon={<X aria-hidden />} onClick={() => onTakeOut(entry)} />}</Cell>}
        </Row>
      ))}
    </Rows>
  );
}

type Words = "due" | "draft" | "approved" | "passedOver" | "dropped";

function standing(t: (key: Words) => string, entry: RunEntry): string {
  if (entry.step === "due" || entry.step === "approved" || entry.step === "passedOver") return t(entry.step);
  if (entry.step === "dropped" || entry.step === "unwanted" || entry.standing === "dropped") return t("dropped");
  return entry.standing === "draft" ? t("draft") : "";
}
