import { useState, type ReactNode } from "react";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { SupportConnection, SupportPass, SupportPassLine, SupportPassUndone } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useLanguage, useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Button, Confirm, FactList, Listed, Page, Pill, Progress, Section, Tabs, type Tone, buttonClass, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { Fetched } from "@/ui/Fetched";
import { PassPill } from "./Diary";
import { fieldOf, saidOf, together, whoOf, wordOf } from "./lines";
import { useValueText } from "./LineValue";
import { messages } from "./messages";
import { connectionQuery, linesQuery, passQuery, undoPass } from "../connections/queries";
import { dids, type Did } from "../connections/search";
import { TroubleText } from "../connections/Standing";
import { causeOf } from "../connections/state";

/** One pass: what it looked at, what it did field by field, and the way to take it back. */
export function PassPage() {
  const { id, pass } = useParams({ from: "/support/connections/$id/passes/$pass" });
  const t = useText(messages);
  const see = useMay("support.see");
  const query = useQuery({ ...passQuery(id, pass), enabled: see });
  const connection = useQuery({ ...connectionQuery(id), enabled: see }).data;
  return (
    <Fetched title={t("pass")} query={query} needs="support.see">
      {(found) => <Loaded id={id} pass={found} connection={connection} />}
    </Fetched>
  );
}

function Loaded({ id, pass, connection }: { id: string; pass: SupportPass; connection: SupportConnection | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  const arranges = useMay("support.arrange");
  const [asking, setAsking] = useState(false);
  const { undo, kept } = useUndo(id, pass, () => setAsking(false));
  const mayUndo = arranges && pass.endedAt !== null && pass.undoneAt === null && pass.added + pass.changed > 0;
  return (
    <Page
      title={t("passOf", { at: formats.instant(pass.begunAt) })}
      about={
        <span className="flex flex-wrap items-center gap-2">
          {connection?.name} <PassPill pass={pass} />
        </span>
      }
      actions={
        <>
          <Link to="/support/connections/$id" params={{ id }} className={buttonClass()}>{t("back")}</Link>
          {mayUndo && <Button tone="danger" icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>{t("undo")}</Button>}
        </>
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        {pass.endedAt === null && !pass.trouble && <Progress value={null} label={t("progress")} text={t("progressText", { count: pass.added + pass.changed })} />}
        {pass.trouble && (
          <p role="status" className={`rounded-md px-3 py-2 text-table ${pass.endedAt === null ? "bg-warn-soft" : "bg-bad-soft"}`}>
            <TroubleText code={pass.trouble} said={pass.said} />
          </p>
        )}
        {pass.undoneAt && <p className="rounded-md bg-quiet-soft px-3 py-2 text-table">{t("undoneAt", { at: formats.instant(pass.undoneAt) })}</p>}
        {kept > 0 && (
          <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-table">
            {t("undoKept", { count: kept })}. {t("undoKeptHelp")}
          </p>
        )}
        <Facts pass={pass} />
        <Lines id={id} pass={pass} mayArrange={arranges && connection !== undefined && !connection.ended} />
      </div>
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("undoTitle")} description={t("undoHelp")} action={t("undo")} danger busy={undo.isPending} onConfirm={() => undo.mutate()}>
        <p className="text-table text-muted">{t("undoNot")}</p>
      </Confirm>
    </Page>
  );
}

/** Takes a pass back, and remembers how much of it stays all the same. */
function useUndo(id: string, pass: SupportPass, onAsked: () => void) {
  const t = useText(messages);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (): Promise<SupportPassUndone> => undoPass(id, pass.id),
    onSuccess: ({ undone }) => toast.done(t("undoDone", { count: undone })),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onAsked();
      return Promise.all([keys.supportConnections, keys.supportRequests, keys.supportProjects, keys.supportSites, keys.supportMonths].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return { undo, kept: undo.data?.kept.length ?? 0 };
}

function Facts({ pass }: { pass: SupportPass }) {
  const t = useText(messages);
  const formats = useFormats();
  const facts = [
    [t("begun"), `${formats.instant(pass.begunAt)} (${t(`cause_${causeOf(pass)}`)})`],
    [t("ended"), pass.endedAt && formats.instant(pass.endedAt)],
    [t("scope"), t(pass.whole ? "whole" : "partly")],
    [t("pages"), formats.number(pass.pages)],
    [t("rows"), formats.number(pass.rows)],
    [t("stored"), formats.number(pass.stored)],
    [t("added"), formats.number(pass.added)],
    [t("changed"), formats.number(pass.changed)],
    [t("leftAlone"), formats.number(pass.leftAlone)],
    [t("warnings"), formats.number(pass.warnings)],
    [t("rejected"), formats.number(pass.rejected)],
    [t("elsewhere"), formats.number(pass.elsewhere)],
    [t("gone"), formats.number(pass.gone)],
  ] as const;
  return <FactList facts={facts} className="grid gap-x-8 sm:grid-cols-2" />;
}

const tones: Record<Did, Tone> = { rejected: "bad", flagged: "warn", held: "warn", warned: "warn", leftAlone: "open", added: "good", changed: "good", putAway: "quiet", restored: "good", hidden: "quiet" };
const explained = ["leftAlone", "flagged", "rejected", "held", "warned", "hidden"] as const;

/** What a pass did, record by record. */
function Lines({ id, pass, mayArrange }: { id: string; pass: SupportPass; mayArrange: boolean }) {
  const t = useText(messages);
  const { what } = useSearch({ from: "/support/connections/$id/passes/$pass" });
  const navigate = useNavigate();
  const list = useInfiniteQuery({ ...linesQuery(id, pass.id, what), refetchInterval: pass.endedAt === null ? 2_000 : false });
  const lines = list.data?.pages.flatMap((page) => page.items);
  const named = useClientNames((lines ?? []).filter((line) => line.field === "client").flatMap((line) => [line.was, line.became]));
  const valueText = useValueText((client) => named(client, "…"));
  const told = explained.find((one) => one === what);
  return (
    <Section title={t("lines")}>
      <Tabs
        label={t("which")}
        value={what ?? "all"}
        onChange={(next) => void navigate({ to: "/support/connections/$id/passes/$pass", params: { id, pass: pass.id }, search: next === "all" ? {} : { what: next } })}
        tabs={[{ value: "all" as const, label: t("all") }, ...dids.map((value) => ({ value, label: t(`did_${value}`) }))]}
      />
      <div className="flex flex-col gap-3 pt-4">
        {told && <p className="text-table text-muted">{t(`about_${told}`)}</p>}
        <Listed
          list={list}
          empty={
            <p className="text-table text-muted">
              {t("noLines")}. {t("noLinesHelp")}
            </p>
          }
          more={t("more")}
        >
          {(lines) => (
            <ul aria-label={t("lines")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
              {together(lines).map((group, at) => (
                <li key={at} className="flex flex-col gap-1 px-3 py-2">
                  <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                    <ToIt line={group[0]!} />
                    {mayArrange && group.some((line) => saidOf(line.said)?.code === "client-unknown") && <WhoIsIt id={id} who={whoOf(group[0]!)} />}
                  </p>
                  {group.map((line, of) => (
                    <Line key={of} line={line} valueText={valueText} />
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Listed>
      </div>
    </Section>
  );
}

/** The way to where somebody says which client it is. */
const WhoIsIt = ({ id, who }: { id: string; who: string | undefined }) => (
  <Link to="/support/connections/$id" params={{ id }} search={{ open: "edit", ...(who ? { who } : {}) }} className={buttonClass("secondary", "sm")}>
    {useText(messages)("whoIsIt")}
  </Link>
);

/** What a line is about, and the way there. */
function ToIt({ line }: { line: SupportPassLine }) {
  const t = useText(messages);
  const name = `${t(`kind_${line.kind}`)} ${line.outsideId}`.trim();
  const look = "rounded font-medium underline decoration-dotted underline-offset-4 wrap-anywhere hover:text-accent-ink";
  if (!line.target) return <span className="font-medium wrap-anywhere">{name}</span>;
  const label = t("toIt", { what: name });
  if (line.kind === "request") return <Link to="/support" search={{ list: "all", open: line.target }} aria-label={label} className={look}>{name}</Link>;
  if (line.kind === "project") return <Link to="/support/projects" search={{ open: line.target }} aria-label={label} className={look}>{name}</Link>;
  return <Link to="/support/sites" search={{ open: line.target }} aria-label={label} className={look}>{name}</Link>;
}

function Line({ line, valueText }: { line: SupportPassLine; valueText: (line: SupportPassLine, side: "was" | "became") => string }) {
  const t = useText(messages);
  const field = fieldOf(line);
  let told: ReactNode = null;
  if (line.field) {
    const was = <span className={line.what === "changed" ? "text-muted line-through" : "font-medium"}>{valueText(line, "was")}</span>;
    const became = <span className={line.what === "changed" ? "font-medium" : "text-muted"}>{valueText(line, "became")}</span>;
    told = (
      <span className="min-w-0 wrap-anywhere">
        <span className="text-muted">{field ? t(`field_${field}`) : line.field}:</span>{" "}
        {field === "description" && line.what === "changed" ? (
          <span className="text-muted">{valueText(line, "became")}</span>
        ) : line.what === "leftAlone" ? (
          <>
            {was} <span className="text-muted">({t("toldOtherwise")}: {became})</span>
          </>
        ) : (
          <>
            {was} <span aria-hidden>→</span> {became}
          </>
        )}
      </span>
    );
  }
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <Pill tone={tones[line.what]}>{t(`did_${line.what}`)}</Pill>
      {told}
      <Behind said={line.said} />
    </p>
  );
}

/** What is said behind a line: in one's own language, and the server's own sentence where it says more. */
function Behind({ said }: { said: string | null | undefined }) {
  const t = useText(messages);
  const language = useLanguage();
  const told = saidOf(said);
  if (!told) return null;
  const word = wordOf(told.code);
  const ours = word ? t(word) : language === "en" ? undefined : refusalText(told.code, {});
  // In English the sentence says all that the word does.
  const sentence = told.sentence !== "" ? told.sentence : ours || told.code === "" ? "" : told.code;
  return (
    <span className="min-w-0 wrap-anywhere">
      {ours && (language !== "en" || sentence === "") && <>{ours} </>}
      {sentence && <span lang="en" className={ours && language !== "en" ? "text-muted" : ""}>{sentence}</span>}
    </span>
  );
}
