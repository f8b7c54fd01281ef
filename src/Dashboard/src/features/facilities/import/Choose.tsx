import { useRef, useState, type DragEvent } from "react";
import { Download, FileSpreadsheet, FlaskConical } from "lucide-react";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, ErrorText, useCommand } from "@/ui";
import { importColumns, neededColumns } from "./columns";
import { messages } from "./messages";
import { sample, template } from "./sample";
import { wizard } from "./wizard";

const accepted = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Where a file is dropped or chosen. */
export function Choose({ error }: { error?: unknown }) {
  const t = useText(messages);
  const { today } = useHouse();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    const readable = /\.(csv|tsv|txt|xlsx)$/i.test(file.name);
    setWrong(!readable);
    if (readable) void wizard.open(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  useCommand({ id: "choose-import", label: t("choose"), words: "import csv xlsx upload", run: () => input.current?.click() });
  useCommand({ id: "sample-import", label: t("sample"), words: "sample beispiel demo", run: () => void wizard.open(sample(today)) });

  return (
    <section aria-label={t("choose")} className="flex flex-col gap-4">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node) || setOver(false)}
        onDrop={drop}
        className={cx("flex flex-col items-center rounded-card border-2 border-dashed px-6 py-12 text-center transition-colors duration-100", over ? "border-accent-ink bg-accent-soft" : "border-line-strong bg-canvas")}
      >
        <FileSpreadsheet aria-hidden className="mb-3 size-8 text-muted" strokeWidth={1.5} />
        <h2 className="text-base font-semibold">{t("dropHere")}</h2>
        <p className="mt-1 max-w-md text-muted">{t("dropHint")}</p>
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          <Button tone="primary" onClick={() => input.current?.click()}>
            {t("choose")}
          </Button>
          <Button icon={<FlaskConical aria-hidden className="size-4" />} onClick={() => void wizard.open(sample(today))}>
            {t("sample")}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept={accepted}
          aria-label={t("choose")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {wrong ? <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">{t("wrongKind")}</p> : <ErrorText error={error} />}
      <div className="text-table text-muted">
        <p className="mb-1.5">{t("columnsHelp")}</p>
        <ul className="mb-3 flex flex-wrap gap-1.5">
          {importColumns.map((name) => (
            <li key={name} className="rounded border border-line bg-surface px-1.5 text-ink">
              {name}
              {neededColumns.includes(name) && (
                <span aria-label={t("needed")} className="text-accent-ink">
                  {" "}
                  *
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="mb-3 max-w-2xl">{t("groupsHelp")}</p>
        <Button size="sm" tone="ghost" className="-ml-2" icon={<Download aria-hidden className="size-4" />} onClick={() => saveFile(template())}>
          {t("template")}
        </Button>
      </div>
    </section>
  );
}

function saveFile(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
