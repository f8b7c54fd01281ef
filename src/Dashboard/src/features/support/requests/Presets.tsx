import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import type { TableView } from "@/ui/table";
import { messages } from "./messages";
import { countOf, isOn, presets, pressed } from "./presets";

/** The filters that are asked for often, each with how many requests of the list it finds. */
export function Presets({ view, counts }: { view: TableView; counts: Record<string, number> | null | undefined }) {
  const t = useText(messages);
  const { conditions } = view.view;
  return (
    <div role="group" aria-label={t("presets")} className="flex max-w-full flex-wrap gap-1">
      {presets.map((preset) => {
        const on = isOn(preset, conditions);
        const count = countOf(preset, counts);
        return (
          <button
            key={preset.id}
            type="button"
            aria-pressed={on}
            onClick={() => view.change({ conditions: pressed(preset, conditions) })}
            className={cx("inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-table whitespace-nowrap pointer-coarse:h-9", on ? "border-accent-ink bg-accent-soft" : "border-line-strong bg-surface hover:bg-hover")}
          >
            {t(preset.id)}
            {count !== undefined && <span className="tabular text-xs text-muted">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
