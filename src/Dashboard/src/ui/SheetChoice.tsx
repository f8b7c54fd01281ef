import { useState } from "react";
import { Download } from "lucide-react";
import { save } from "@/lib/save";
import { Button } from "./Button";
import { FileDrop, type FileDropProps } from "./FileDrop";

export interface SheetChoiceProps extends Pick<FileDropProps, "command" | "onFile"> {
  /** The words of the feature: its messages have these names. */
  t: (word: "choose" | "dropHere" | "dropHint" | "sample" | "wrongKind" | "rules") => string;
  /** What the sample file holds, and its name. */
  sample: { name: string; text: () => string };
}

/** Where a spreadsheet to import is dropped or chosen, with a sample to begin from and the rules it is read by. */
export function SheetChoice({ t, sample, command, onFile }: SheetChoiceProps) {
  const [wrong, setWrong] = useState(false);
  return (
    <section aria-label={t("choose")} className="flex flex-col gap-4">
      <FileDrop title={t("dropHere")} hint={t("dropHint")} choose={t("choose")} command={command} onFile={onFile} onWrong={setWrong}>
        <Button icon={<Download aria-hidden className="size-4" />} onClick={() => save(new File([sample.text()], sample.name, { type: "text/csv" }))}>{t("sample")}</Button>
      </FileDrop>
      {wrong && <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">{t("wrongKind")}</p>}
      <p className="max-w-2xl text-table text-muted">{t("rules")}</p>
    </section>
  );
}
