import { useMemo } from "react";
import type { HostedSite } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Pill, type Tone } from "@/ui";
import type { Column } from "@/ui/table";
import { messages as words } from "../parts/messages";
import { messages } from "./messages";

export type SiteState = "active" | "planned" | "ended";
const tones: Record<SiteState, Tone> = { active: "good", planned: "open", ended: "quiet" };

/** Whether a site is hosted on a day; both border days count. */
export const stateOf = ({ start, end }: Pick<HostedSite, "start" | "end">, today: Day): SiteState => (start > today ? "planned" : end !== null && end < today ? "ended" : "active");
const isKept = (row: HostedSite) => !row.archived;

/** The columns of the sites. */
export function useColumns(nameOf: (client: string) => string): readonly Column<HostedSite>[] {
  const t = useText(messages);
  const w = useText(words);
  const { today } = useFormats();
  return useMemo((): readonly Column<HostedSite>[] => {
    const state = (row: HostedSite) => stateOf(row, today);
    return [
      { id: "name", header: t("name"), kind: "text", width: 240, pinned: true, sort: "name", card: "title", value: (row) => row.name, edit: { field: "name", required: true, when: isKept } },
      { id: "client", header: w("client"), kind: "text", width: 180, card: "under", value: (row) => row.clientId, text: (row) => nameOf(row.clientId), render: (row) => <span className="truncate">{nameOf(row.clientId)}</span> },
      { id: "status", header: t("status"), kind: "choice", width: 120, card: "side", value: state, text: (row) => t(`state_${state(row)}`), render: (row) => <Pill tone={tones[state(row)]}>{t(`state_${state(row)}`)}</Pill> },
      { id: "webAddress", header: t("webAddress"), kind: "text", width: 230, value: (row) => row.webAddress, edit: { field: "webAddress", when: isKept } },
      { id: "start", header: t("start"), kind: "date", width: 120, sort: "start", value: (row) => row.start, edit: { field: "start", required: true, when: isKept } },
      { id: "end", header: t("end"), kind: "date", width: 120, value: (row) => row.end, edit: { field: "end", bulk: true, when: isKept } },
      { id: "fee", header: t("fee"), kind: "money", width: 130, value: (row) => row.fee },
      { id: "outsideId", header: t("outsideId"), kind: "text", width: 130, hidden: true, card: "none", value: (row) => row.outsideId },
    ];
  }, [nameOf, t, today, w]);
}
