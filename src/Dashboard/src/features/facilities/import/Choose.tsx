import { useState } from "react";
import { Download, FlaskConical } from "lucide-react";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { save } from "@/lib/save";
import { Button, ErrorText, useCommand } from "@/ui";
import { FileDrop } from "@/ui/FileDrop";
import { importColumns, neededColumns } from "./columns";
import { messages } from "./messages";
import { sample, template } from "./sample";
import { wizard } from "./wizard";

/** Where a file is dropped or chosen. */
export function Choose({ error }: { error?: unknown }) {
  const t = useText(messages);
  const { today } = useHouse();
  const [wrong, setWrong] = useState(false);
  useCommand({ id: "sample-import", label: t("sample"), words: "sample beispiel demo", run: () => void wizard.open(sample(today)) });

  return (
    <section aria-label={t("choose")} className="flex flex-col gap-4">
      <FileDrop title={t("dropHere")} hint={t("dropHint")} choose={t("choose")} command={{ id: "choose-import", words: "import csv xlsx upload" }} onFile={(file) => void wizard.open(file)} onWrong={setWrong}>
        <Button icon={<FlaskConical aria-hidden className="size-4" />} onClick={() => void wizard.open(sample(today))}>
          {t("sample")}
        </Button>
      </FileDrop>
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
        <Button size="sm" tone="ghost" className="-ml-2" icon={<Download aria-hidden className="size-4" />} onClick={() => save(template())}>
          {t("template")}
        </Button>
      </div>
    </section>
  );
}
