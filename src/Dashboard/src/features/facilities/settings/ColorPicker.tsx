import { useState, type CSSProperties } from "react";
import { Check } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Field, Input, Popover } from "@/ui";
import { messages } from "./messages";
import { palette, readColor } from "./statuses";

const swatch = "flex size-8 shrink-0 items-center justify-center rounded-md border border-line-strong bg-(--dot) text-zinc-900";

/** A colour of the palette, or one of one's own. */
export function ColorPicker({ name, value, onChange }: { name: string; value: string; onChange: (color: string) => void }) {
  const t = useText(messages);
  const [typed, setTyped] = useState(value);
  const [open, setOpen] = useState(false);
  const color = readColor(value) ?? "#D1D5DB";
  const pick = (next: string) => {
    setTyped(next);
    onChange(next);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("color", { name })}
      trigger={<button type="button" aria-label={`${t("color", { name })}: ${color}`} className={cx(swatch, "pointer-coarse:size-10")} style={{ "--dot": color } as CSSProperties} />}
    >
      <div role="group" aria-label={t("color", { name })} className="grid grid-cols-5 gap-1.5">
        {palette.map((one) => (
          <button
            key={one}
            type="button"
            aria-label={one}
            aria-pressed={one === color}
            className={swatch}
            style={{ "--dot": one } as CSSProperties}
            onClick={() => {
              pick(one);
              setOpen(false);
            }}
          >
            {one === color && <Check aria-hidden className="size-4" />}
          </button>
        ))}
      </div>
      <div className="mt-3 w-[11.5rem]">
        <Field label={t("ownColor")} error={readColor(typed) === null ? t("colorWrong") : undefined}>
          <Input
            value={typed}
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.target.value);
              const read = readColor(event.target.value);
              if (read) onChange(read);
            }}
            onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), setOpen(false))}
          />
        </Field>
      </div>
    </Popover>
  );
}
