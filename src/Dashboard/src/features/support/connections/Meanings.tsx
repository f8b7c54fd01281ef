import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Plus, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, IconButton, Input } from "@/ui";
import { isHalf, type Meaning } from "./draft";
import { messages } from "./messages";

interface MeaningsProps {
  label: string;
  hint: string;
  entries: readonly Meaning[];
  onChange: (entries: Meaning[]) => void;
  /** What an entry means, in words. */
  nameOf: (means: string) => string;
  /** Chooses what a new entry means. */
  choose: (value: string | null, onChange: (means: string | null) => void, label: string) => ReactNode;
  error?: string | undefined;
}

const shown = 20;

/** What things outside are called and what they mean here. Entries that are whole stand as text, since there may be thousands; the one that is being written has fields. */
export function Meanings({ label, hint, entries, onChange, nameOf, choose, error }: MeaningsProps) {
  const t = useText(messages);
  const [all, setAll] = useState(false);
  const isLast = entries.length > 0 && (isHalf(entries.at(-1)!) || entries.at(-1)!.outside === "");
  const [writing, setWriting] = useState(isLast);
  const kept = writing ? entries.slice(0, -1) : entries;
  const now: Meaning = writing ? (entries.at(-1) ?? { outside: "", means: null }) : { outside: "", means: null };
  const write = (part: Partial<Meaning>) => {
    setWriting(true);
    onChange([...kept, { ...now, ...part }]);
  };
  const whole = now.outside.trim() !== "" && now.means !== null;
  const input = useRef<HTMLInputElement>(null);
  const add = () => {
    setWriting(false);
    input.current?.focus();
  };
  // Enter ends the entry, not the whole form.
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (whole) add();
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-table font-medium">{label}</legend>
      <p className="text-xs text-muted">{hint}</p>
      {kept.length > 0 && (
        <ul aria-label={label} className="divide-y divide-line rounded-md border border-line text-table">
          {(all ? kept : kept.slice(0, shown)).map((one, at) => (
            <li key={`${one.outside}/${at}`} className="flex items-center gap-2 py-0.5 pr-1 pl-2.5">
              <span className="min-w-0 flex-1 wrap-anywhere">
                <span className="font-mono text-xs">{one.outside}</span> <span aria-hidden className="text-muted">→</span> {nameOf(one.means ?? "")}
              </span>
              <IconButton label={t("removeEntry", { name: one.outside })} icon={<X aria-hidden />} onClick={() => onChange(entries.filter((_, index) => index !== at))} />
            </li>
          ))}
        </ul>
      )}
      {!all && kept.length > shown && (
        <Button size="sm" className="self-start" onClick={() => setAll(true)}>
          {t("showAll", { count: kept.length })}
        </Button>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-32">
          <Input ref={input} onKeyDown={enter} aria-label={`${label}: ${t("outside")}`} placeholder={t("outside")} value={now.outside} onChange={(event) => write({ outside: event.target.value })} maxLength={200} autoCapitalize="none" spellCheck={false} />
        </div>
        <div key={kept.length} className="min-w-0 flex-1 basis-40">{choose(now.means, (means) => write({ means }), `${label}: ${t("means")}`)}</div>
        <Button icon={<Plus aria-hidden className="size-4" />} disabled={!whole} onClick={add} aria-label={`${t("addEntry")}: ${label}`}>
          {t("addEntry")}
        </Button>
      </div>
      {(error ?? (writing && isHalf(now))) && <p role={error ? "alert" : undefined} className={error ? "text-xs text-bad" : "text-xs text-muted"}>{error ?? t("halfEntry")}</p>}
    </fieldset>
  );
}
