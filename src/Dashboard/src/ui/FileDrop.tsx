import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { FileSpreadsheet } from "lucide-react";
import { cx } from "@/lib/cx";
import { Button } from "./Button";
import { useCommand } from "./commands";

/** What a spreadsheet may be. */
const accepted = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const readable = /\.(csv|tsv|txt|xlsx)$/i;

export interface FileDropProps {
  title: string;
  hint: string;
  /** The button that opens the file chooser. */
  choose: string;
  command: { id: string; words: string };
  /** Further buttons. */
  children?: ReactNode;
  /** Files other than spreadsheets, as the chooser and their names have it. */
  kinds?: { accept: string; readable: RegExp };
  onFile: (file: File) => void;
  /** Told when a file is no spreadsheet, and again when one is. */
  onWrong: (wrong: boolean) => void;
}

/** Where a spreadsheet is dropped or chosen. */
export function FileDrop({ title, hint, choose, command, children, kinds, onFile, onWrong }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    const fits = (kinds?.readable ?? readable).test(file.name);
    onWrong(!fits);
    if (fits) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  useCommand({ id: command.id, label: choose, words: command.words, run: () => input.current?.click() });
  return (
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
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1 max-w-md text-muted">{hint}</p>
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        <Button tone="primary" onClick={() => input.current?.click()}>
          {choose}
        </Button>
        {children}
      </div>
      <input
        ref={input}
        type="file"
        accept={kinds?.accept ?? accepted}
        aria-label={choose}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
