import type { Group, StatusSet } from "@/api/types";
import type { Translate } from "@/i18n/messages";
import type { Difference } from "@/ui/conflict/Conflict";
import type { useScheduleWords } from "@/ui/schedule/words";
import type { messages } from "./messages";

interface Means {
  t: Translate<(typeof messages)["en"]>;
  words: ReturnType<typeof useScheduleWords>;
  sets: readonly StatusSet[];
}

/** What of two versions of a group differs, in words. */
export function groupDifferences(theirs: Group, yours: Group, { t, words, sets }: Means): Difference[] {
  const setName = (id: string) => sets.find((one) => one.id === id)?.name ?? "";
  const of = (group: Group): [string, string][] => [
    [t("name"), group.name],
    [t("schedule"), words.sentence(group.schedule)],
    [t("statusSet"), setName(group.statusSetId)],
    [t("terms"), t("termsDays", { count: group.paymentTermsDays })],
    [t("groupCurrency"), group.currency],
  ];
  const mine = of(yours);
  return of(theirs).flatMap(([field, value], at) => (value === mine[at]![1] ? [] : [{ field, theirs: value, yours: mine[at]![1] }]));
}
