import { useMemo } from "react";
import type { SupportProject } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import type { Column } from "@/ui/table";
import { BilledPill } from "../parts/BilledPill";
import { messages as words } from "../parts/messages";
import { categories } from "./draft";
import { messages } from "./messages";
import { useCategoryName } from "./useCategoryName";

const tones: Record<SupportProject["status"], Tone> = { notReady: "quiet", ready: "open", invoiced: "warn", paid: "good" };
/** What went into a close, or was invoiced elsewhere, does not change any more. */
export const isFree = (row: SupportProject) => row.billed === null && !row.archived && (row.status === "notReady" || row.status === "ready");

/** The columns of the projects. */
export function useColumns(nameOf: (client: string) => string): readonly Column<SupportProject>[] {
  const t = useText(messages);
  const w = useText(words);
  const categoryOf = useCategoryName();
  return useMemo((): readonly Column<SupportProject>[] => {
    const states = (["notReady", "ready"] as const).map((value) => ({ value, label: t(`view_${value}`) }));
    return [
      { id: "name", header: t("name"), kind: "text", width: 260, pinned: true, sort: "name", card: "title", value: (row) => row.name, edit: { field: "name", required: true, when: isFree } },
      { id: "client", header: w("client"), kind: "text", width: 180, card: "under", value: (row) => row.clientId, text: (row) => nameOf(row.clientId), render: (row) => <span className="truncate">{nameOf(row.clientId)}</span> },
      { id: "status", header: t("status"), kind: "choice", width: 140, sort: "status", card: "side", value: (row) => row.status, text: (row) => t(`view_${row.status}`), render: (row) => <Pill tone={tones[row.status]}>{t(`view_${row.status}`)}</Pill>, edit: { field: "status", options: states, required: true, bulk: true, when: isFree } },
      { id: "category", header: t("category"), kind: "choice", width: 160, sort: "category", value: (row) => row.category, text: (row) => categoryOf(row.category), render: (row) => <span className="truncate">{categoryOf(row.category)}</span>, filter: { operators: ["is"], single: true, options: categories.map((value) => ({ value, label: categoryOf(value) })) } },
      { id: "completedOn", header: t("completedOn"), kind: "date", width: 120, sort: "completedOn", value: (row) => row.completedOn, filter: { operators: ["between", "is", "before", "after", "last", "empty", "notEmpty"] }, edit: { field: "completedOn", bulk: true, when: isFree } },
      { id: "price", header: t("price"), kind: "money", width: 130, sort: "price", value: (row) => row.price, edit: { field: "price", currency: (row) => row.price.currency, required: true, when: isFree } },
      { id: "billed", header: t("invoice"), kind: "text", width: 140, value: (row) => row.invoiceNumber ?? row.billed?.invoiceNumber ?? null, render: (row) => (row.billed ? <BilledPill billed={row.billed} /> : <span className="truncate">{row.invoiceNumber}</span>) },
      { id: "outsideId", header: t("outsideId"), kind: "text", width: 130, hidden: true, card: "none", value: (row) => row.outsideId },
    ];
  }, [categoryOf, nameOf, t, w]);
}
