import { useText } from "@/i18n/messages";
import { groupBy } from "@/lib/groupBy";
import { prefer, usePreferences, type Preferences } from "@/lib/preferences";
import { Dialog, Kbd, Switch, useShortcuts, type Shortcut } from "@/ui";
import { messages } from "./messages";

/** What the keyboard does here, and the switch that turns single keys off. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const shortcuts = useShortcuts();
  const on = usePreferences().shortcuts !== "off";
  const groups = groupBy(
    shortcuts.filter((one, at) => shortcuts.findLastIndex((other) => other.keys === one.keys) === at),
    (one) => one.group ?? t("anywhere"),
  );
  return (
    <Dialog open onClose={onClose} title={t("shortcuts")} wide>
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(([name, list]) => (
          <Group key={name} name={name} list={list} />
        ))}
      </div>
      <p className="text-table text-muted">{t("lettersAreTyped")}</p>
      <div className="mt-4 border-t border-line pt-4">
        <Switch checked={on} onChange={(next) => prefer({ shortcuts: next ? undefined : "off" } as Preferences)} label={t("shortcutsOn")} hint={t("shortcutsOnHint")} />
      </div>
    </Dialog>
  );
}

const Group = ({ name, list }: { name: string; list: readonly Shortcut[] }) => (
  <section className="mb-4 break-inside-avoid">
    <h3 className="mb-1 text-xs font-medium text-muted">{name}</h3>
    <dl>
      {list.map((one) => (
        <div key={one.keys} className="flex h-8 items-center justify-between gap-4">
          <dt>{one.label}</dt>
          <dd className="flex gap-1">
            <Kbd keys={one.keys} />
            {one.also && <Kbd keys={one.also} />}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
