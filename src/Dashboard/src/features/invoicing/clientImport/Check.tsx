import { useState, type FormEvent } from "react";
import { Download } from "lucide-react";
import type { ClientImport, ClientImportOptions, ClientPreviewLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Pill, Section, Select, toast, type Tone } from "@/ui";
import { messages } from "./messages";
import { downloadRejectedClients } from "./queries";

/** Stands for "no column" in the list; a column of this name does not exist. */
const NONE = " none";
const SHOWN = 100;
const tones: Record<ClientPreviewLine["outcome"], Tone> = { new: "good", changed: "open", unchanged: "quiet", repeated: "quiet", rejected: "bad" };

interface CheckProps {
  file: File;
  options: ClientImportOptions;
  report: ClientImport;
  busy: boolean;
  error: unknown;
  onChange: (options: ClientImportOptions) => void;
}

/** What the import would do: columns, bad cells to be mended in place, lines. */
export function Check({ file, options, report, busy, error, onChange }: CheckProps) {
  const t = useText(messages);
  const mapping: Record<string, string> = report.mapping;
  const taken = new Set(Object.values(mapping));
  const shown = report.fields.filter((field) => field in mapping);
  const bad = new Set(report.rejected.map((one) => one.line)).size;
  return (
    <div className="grid gap-8 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <p role="status" className="text-base font-medium">
          {t("would", { added: report.added, changed: report.accepted - report.added, unchanged: report.unchanged, rejected: bad })}
        </p>
        <ErrorText error={error} />
        {report.rejected.length > 0 && (
          <Section title={t("badCells")}>
            <p className="mb-3 text-table text-muted">{t("badCellsHelp")}</p>
            <Mend key={JSON.stringify(report.rejected)} rejected={report.rejected} busy={busy} onMend={(corrections) => onChange({ ...options, corrections: [...(options.corrections ?? []), ...corrections] })} />
            <Button className="mt-3" icon={<Download aria-hidden className="size-4" />} onClick={() => void downloadRejectedClients(file, options).catch(toast.error)}>
              {t("downloadBad")}
            </Button>
          </Section>
        )}
        <Section title={t("lines")}>
          <div tabIndex={0} role="region" aria-label={t("lines")} className="overflow-x-auto rounded-card border border-line">
            <table className="w-full text-left text-table">
              <thead className="bg-canvas text-muted">
                <tr>
                  {[t("line"), t("outcome"), ...shown].map((name) => (
                    <th key={name} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {report.preview?.slice(0, SHOWN).map((line) => (
                  <tr key={line.line} className="border-t border-line">
                    <td className="tabular px-3 py-1.5 text-muted">{line.line}</td>
                    <td className="px-3 py-1.5">
                      <Pill tone={tones[line.outcome]}>{t(`outcome_${line.outcome}`)}</Pill>
                    </td>
                    {shown.map((field) => (
                      <td key={field} className="max-w-60 truncate px-3 py-1.5">
                        {line.cells[field]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      </div>
      <Section title={t("columns")}>
        <div className="flex flex-col gap-1.5">
          {report.fields.map((field) => (
            <Field key={field} label={field} className="grid! grid-cols-[7.5rem_1fr] items-center gap-2">
              <Select
                value={mapping[field] ?? NONE}
                disabled={busy}
                onChange={(column) => onChange({ ...options, mapping: { ...mapping, [field]: column === NONE ? "" : column } })}
                options={[...(field === "Name" ? [] : [{ value: NONE, label: t("notThere") }]), ...report.columns.map((column) => ({ value: column, label: column, disabled: taken.has(column) && mapping[field] !== column }))]}
                className={mapping[field] ? "" : "text-faint"}
              />
            </Field>
          ))}
        </div>
      </Section>
    </div>
  );
}

type Correction = NonNullable<ClientImportOptions["corrections"]>[number];

/** The bad cells, each to be typed anew. */
function Mend({ rejected, busy, onMend }: { rejected: ClientImport["rejected"]; busy: boolean; onMend: (corrections: Correction[]) => void }) {
  const t = useText(messages);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const mended = rejected.flatMap((one, at) => (one.column !== null && typed[at] !== undefined && typed[at] !== one.value ? [{ line: one.line, column: one.column, value: typed[at] }] : []));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mended.length > 0) onMend(mended);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {rejected.slice(0, SHOWN).map((one, at) =>
        one.column === null ? (
          <p key={at} className="text-table">
            {t("wholeLine", { line: one.line })} <span className="text-bad">{one.reason}</span>
          </p>
        ) : (
          <Field key={at} label={t("cell", { line: one.line, column: one.column })} error={typed[at] === undefined || typed[at] === one.value ? one.reason : undefined}>
            <Input value={typed[at] ?? one.value} onChange={(event) => setTyped((before) => ({ ...before, [at]: event.target.value }))} />
          </Field>
        ),
      )}
      {rejected.length > SHOWN && <p className="text-table text-muted">{t("more", { count: rejected.length - SHOWN })}</p>}
      {mended.length > 0 && (
        <Button type="submit" className="self-start" busy={busy}>
          {t("checkAgain")}
        </Button>
      )}
    </form>
  );
}
