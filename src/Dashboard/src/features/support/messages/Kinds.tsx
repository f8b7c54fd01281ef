import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, Field, FieldRow, IconButton, Input, Select, TextArea } from "@/ui";
import { efforts, messages as words } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { messages } from "./messages";
import { moved, newKind, type KindDraft } from "./words";

interface KindsProps {
  kinds: readonly KindDraft[];
  onChange: (kinds: KindDraft[]) => void;
  disabled: boolean;
  /** What is wrong with a kind. */
  errorOf: (at: number) => string | undefined;
}

/** Kinds of requests in their order: the first whose words are there is the one. */
export function Kinds({ kinds, onChange, disabled, errorOf }: KindsProps) {
  const t = useText(messages);
  const set = (at: number, part: Partial<KindDraft>) => onChange(kinds.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t("list_kinds")} className="flex flex-col gap-3">
        {kinds.map((kind, at) => {
          const name = kind.type.trim() || t("kindNumber", { number: at + 1 });
          return (
            <li key={at} className="rounded-card border border-line p-3">
              <fieldset className="flex min-w-0 flex-col gap-3">
                <legend className="sr-only">{name}</legend>
                <KindFields kind={kind} onChange={(part) => set(at, part)} disabled={disabled} error={errorOf(at)} />
                {!disabled && (
                  <div className="flex justify-end gap-1">
                    <IconButton label={t("moveUp", { name })} icon={<ArrowUp aria-hidden />} disabled={at === 0} onClick={() => onChange(moved(kinds, at, at - 1))} />
                    <IconButton label={t("moveDown", { name })} icon={<ArrowDown aria-hidden />} disabled={at === kinds.length - 1} onClick={() => onChange(moved(kinds, at, at + 1))} />
                    <IconButton label={t("removeKind", { name })} icon={<X aria-hidden />} onClick={() => onChange(kinds.filter((_, index) => index !== at))} />
                  </div>
                )}
              </fieldset>
            </li>
          );
        })}
      </ol>
      {!disabled && (
        <Button className="self-start" size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={() => onChange([...kinds, newKind()])}>
          {t("addKind")}
        </Button>
      )}
    </div>
  );
}

/** What a kind is called, where it belongs, how much work it is, and its words. */
export function KindFields({ kind, onChange, disabled, error, plain }: { kind: KindDraft; onChange: (part: Partial<KindDraft>) => void; disabled: boolean; error?: string | undefined; plain?: boolean }) {
  const t = useText(messages);
  const w = useText(words);
  const categories = useCategories() ?? [];
  return (
    <>
      <Field label={t("kindName")} {...(error ? { error } : {})}>
        <Input value={kind.type} onChange={(event) => onChange({ type: event.target.value })} maxLength={100} disabled={disabled} />
      </Field>
      <FieldRow>
        <Field label={t("category")}>
          <Select label={t("category")} value={kind.category} onChange={(category) => onChange({ category })} disabled={disabled} options={categories.filter((one) => !one.closed || one.code === kind.category).map(({ code, name }) => ({ value: code, label: name }))} />
        </Field>
        <Field label={w("effort")}>
          <Select label={w("effort")} value={kind.effort} onChange={(effort) => onChange({ effort })} disabled={disabled} options={efforts.map((value) => ({ value, label: w(`effort_${value}`) }))} />
        </Field>
      </FieldRow>
      {!plain && (
        <Field label={t("patterns")}>
          <TextArea rows={Math.max(2, Math.min(6, kind.patterns.split("\n").length))} spellCheck={false} className="font-mono" value={kind.patterns} onChange={(event) => onChange({ patterns: event.target.value })} disabled={disabled} />
        </Field>
      )}
    </>
  );
}
