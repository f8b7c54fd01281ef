import { useState } from "react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { ExplainedEvent, ExplainedNode } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button } from "../Button";
import { ErrorText } from "../ErrorText";
import { Past } from "../history/RecordPast";
import { useReadable } from "../history/words";
import { MoneyText } from "../MoneyText";
import { Sheet } from "../Sheet";
import { Loading, Skeleton } from "../Skeleton";
import { askedBy, showFormula, type Amount } from "./formula";
import { messages } from "./messages";
import { RecordLink } from "./RecordLink";

type Asked = { kind: string; id: string; query: { amount?: string; currency?: string; after?: number; sum?: string } };

const explainQuery = ({ kind, id, query }: Asked) =>
  queryOptions({ queryKey: [keys.explain, kind, id, query], queryFn: async ({ signal }) => (await ask(api.GET("/api/explain/{kind}/{id}", { params: { path: { kind, id }, query }, signal }))) as ExplainedNode, staleTime: 0 });

/** How an amount came about: a tree whose parts add up to it. An event opens the past of the thing it happened to. */
export default function ExplainSheet({ of, onClose }: { of: Amount; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const readable = useReadable();
  const [past, setPast] = useState<ExplainedEvent>();
  const { kind, id, ...query } = of;
  const { data, error, refetch } = useQuery(explainQuery({ kind, id, query }));
  return (
    <Sheet open wide onClose={onClose} title={past ? t("pastOf", { what: readable(past.type) }) : data ? t("title", { amount: formats.money(data.amount) }) : t("how")} description={past ? "" : t("help")}>
      {error ? (
        <ErrorText error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <>
          <ul hidden={past !== undefined} aria-label={t("how")}>
            <Node node={data} first onPast={setPast} />
          </ul>
          {past?.kind && (
            <>
              <Button size="sm" onClick={() => setPast(undefined)}>
                <ArrowLeft aria-hidden />
                {t("back")}
              </Button>
              <Past key={`${past.id} ${past.version}`} kind={past.kind} id={past.id} version={past.version} />
            </>
          )}
        </>
      )}
    </Sheet>
  );
}

const Waiting = () => (
  <Loading className="flex flex-col gap-3">
    <Skeleton className="h-8 w-full" />
    <Skeleton className="h-8 w-full" />
    <Skeleton className="h-8 w-2/3" />
  </Loading>
);

/** An amount with its parts under it; what is told elsewhere is asked for when it is opened. */
function Node({ node, first = false, onPast }: { node: ExplainedNode; first?: boolean; onPast: (event: ExplainedEvent) => void }) {
  const [open, setOpen] = useState(first);
  const line = <Line node={node} first={first} />;
  const deeper = node.parts.length > 0 || node.open !== null;
  return (
    <li className="border-b border-line last:border-0">
      {deeper ? (
        <details open={open} onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
          <summary className="rounded py-2">{line}</summary>
          {open && (
            <div className="ml-2 border-l border-line pl-3">
              <Facts node={node} onPast={onPast} />
              {node.parts.length > 0 ? <Parts parts={node.parts} onPast={onPast} /> : <Opened open={node.open!} onPast={onPast} />}
            </div>
          )}
        </details>
      ) : (
        <div className="py-2 pl-4">
          {line}
          <Facts node={node} onPast={onPast} />
        </div>
      )}
    </li>
  );
}

function Parts({ parts, onPast }: { parts: readonly ExplainedNode[]; onPast: (event: ExplainedEvent) => void }) {
  return (
    <ul>
      {parts.map((part, at) => (
        <Node key={at} node={part} onPast={onPast} />
      ))}
    </ul>
  );
}

/** Parts that another address tells. */
function Opened({ open, onPast }: { open: string; onPast: (event: ExplainedEvent) => void }) {
  const { data, error, refetch } = useQuery(explainQuery(askedBy(open)));
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Facts node={data} onPast={onPast} />
      <Parts parts={data.parts} onPast={onPast} />
    </>
  );
}

function Line({ node, first }: { node: ExplainedNode; first: boolean }) {
  const t = useText(messages);
  const name = t(`as_${node.name}`);
  return (
    <span className="inline-flex w-[calc(100%-1.25rem)] items-baseline justify-between gap-4 align-top">
      <span className="min-w-0">
        <span className={first ? "font-semibold wrap-anywhere" : "wrap-anywhere"}>{node.text ?? name}</span>
        <span className="block text-xs text-muted">
          {node.text !== null && name}
          {node.count !== null && `${node.text === null ? "" : " · "}${t("count", { count: node.count })}`}
        </span>
      </span>
      <MoneyText money={node.amount} className={first ? "font-semibold" : ""} />
    </span>
  );
}

/** The rule with its numbers, what happened by it, and where it is looked at. */
function Facts({ node, onPast }: { node: ExplainedNode; onPast: (event: ExplainedEvent) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const readable = useReadable();
  const { rule, event, record } = node;
  if (!rule && !event && !record && !node.needs) return null;
  return (
    <div className="flex flex-col gap-0.5 pb-2 text-xs text-muted">
      {rule && (
        <span>
          {t(`by_${rule.by}`)}
          {rule.formula && <span className="tabular">: {showFormula(rule.formula, formats.locale)}</span>}
        </span>
      )}
      {event && (
        <span>
          {event.kind ? (
            <button type="button" className="min-h-6 rounded leading-6 text-accent-ink underline" onClick={() => onPast(event)}>
              {readable(event.type)}
            </button>
          ) : (
            readable(event.type)
          )}
          {` · ${formats.instant(event.at)} · ${event.who.name || t("system")} · ${event.sequence}`}
        </span>
      )}
      {node.needs && <span>{t("held", { permission: node.needs })}</span>}
      {record && <RecordLink record={record} />}
    </div>
  );
}
