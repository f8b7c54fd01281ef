import { Link } from "@tanstack/react-router";
import { PanelLeftClose, PanelLeftOpen, Settings2 } from "lucide-react";
import { useMay } from "@/api/may";
import type { Group } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { isZero } from "@/lib/decimal";
import { IconButton, Loading, MoneyText, Select, Skeleton, Tooltip } from "@/ui";
import { useScheduleWords } from "@/ui/schedule/words";
import { messages } from "./messages";
import type { BillingSearch } from "./search";

export interface GroupsPanelProps {
  groups: readonly Group[] | undefined;
  search: BillingSearch;
}

/** Going to another group keeps how one looks, and lets go of what belongs to the group. */
export const towards = (search: BillingSearch, group: string | undefined): BillingSearch => {
  const { facility: _, group: __, on: ___, record: ____, at: _____, ...kept } = search;
  return { ...kept, ...(group ? { group } : {}) };
};

const line = "flex flex-col gap-0.5 rounded-md px-2.5 py-2 hover:bg-hover";

/** The groups beside the grid, where the amounts have room next to them: schedule in words, size, what is open. */
export function GroupsPanel({ groups, search, onHide }: GroupsPanelProps & { onHide: () => void }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const formats = useFormats();
  const arrange = useMay("facilities.arrange");
  return (
    <nav aria-label={t("groups")} className="hidden w-56 shrink-0 flex-col overflow-y-auto border-r border-line p-2 min-[1500px]:flex">
      {!groups ? (
        <Loading className="flex flex-col gap-3 p-2">
          {Array.from({ length: 5 }, (_, at) => (
            <Skeleton key={at} className="h-10 w-full" />
          ))}
        </Loading>
      ) : (
        <ul className="flex flex-col gap-0.5">
          <li>
            <Link to="/facilities" search={towards(search, undefined)} aria-current={search.group ? undefined : "page"} className={cx(line, !search.group && "bg-pressed")}>
              <span className="font-medium">{t("allGroups")}</span>
            </Link>
          </li>
          {groups.map((group) => (
            <li key={group.id}>
              <Link to="/facilities" search={towards(search, group.id)} aria-current={search.group === group.id ? "page" : undefined} className={cx(line, search.group === group.id && "bg-pressed")}>
                <span className="flex items-baseline justify-between gap-2">
                  <span className="truncate font-medium">{group.name}</span>
                  <span aria-hidden className="tabular text-xs text-muted">
                    {formats.number(group.facilities)}
                  </span>
                  <span className="sr-only">{t("facilityCount", { count: group.facilities })}</span>
                </span>
                <span className="truncate text-xs text-muted">{words.when(group.schedule)}</span>
                <Open group={group} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-auto flex items-center gap-1 pt-2">
        {arrange ? <Link to="/settings" search={{ tab: "groups" }} className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2.5 py-1.5 text-table text-muted hover:bg-hover hover:text-ink">
          <Settings2 aria-hidden className="size-4 shrink-0" />
          <span className="truncate">{t("manageGroups")}</span>
        </Link> : <span className="flex-1" />}
        <Tooltip text={t("hideGroups")}>
          <IconButton size="iconSm" label={t("hideGroups")} icon={<PanelLeftClose aria-hidden />} onClick={onHide} />
        </Tooltip>
      </div>
    </nav>
  );
}

function Open({ group }: { group: Group }) {
  const t = useText(messages);
  const formats = useFormats();
  if (isZero(group.open.amount)) return <span className="text-xs text-muted">{t("nothingOpen")}</span>;
  const overdue = isZero(group.overdue.amount) ? null : t("overdueOf", { amount: formats.money(group.overdue) });
  return (
    <span {...(overdue ? { title: overdue } : {})} className="flex items-center gap-1.5 text-xs">
      <span aria-hidden className={cx("size-1.5 shrink-0 rounded-full", overdue ? "bg-bad" : "bg-open")} />
      <span className="truncate">
        <MoneyText money={group.open} /> <span className="text-muted">{t("openWord")}</span>
      </span>
      {overdue && <span className="sr-only">{overdue}</span>}
    </span>
  );
}

/** The same choice where there is no room beside the grid. */
export function GroupSelect({ groups, search, beside, onShow, onChoose }: GroupsPanelProps & { beside: boolean; onShow: () => void; onChoose: (group: string | undefined) => void }) {
  const t = useText(messages);
  const ALL = "all";
  return (
    <div className={cx("flex w-full items-center gap-1 sm:w-auto", beside && "min-[1500px]:hidden")}>
      <span className="hidden min-[1500px]:inline-flex">
        <Tooltip text={t("showGroups")}>
          <IconButton size="iconSm" label={t("showGroups")} icon={<PanelLeftOpen aria-hidden />} onClick={onShow} />
        </Tooltip>
      </span>
      <Select
        label={t("group")}
        value={search.group ?? ALL}
        onChange={(group) => onChoose(group === ALL ? undefined : group)}
        options={[{ value: ALL, label: t("allGroups") }, ...(groups ?? []).map((group) => ({ value: group.id, label: group.name, hint: t("facilityCount", { count: group.facilities }) }))]}
        className="h-7! w-full pointer-coarse:h-9! sm:w-48"
      />
    </div>
  );
}
