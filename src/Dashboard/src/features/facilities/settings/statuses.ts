import type { StatusSet, StatusSetInput } from "@/api/types";

/** The colours offered for a status; any other #RRGGBB can be typed. */
export const palette = ["#93C5FD", "#FDE047", "#C4B5FD", "#86EFAC", "#22C55E", "#FDBA74", "#FCA5A5", "#D1D5DB", "#5EEAD4", "#F9A8D4"] as const;

/** A status while its set is edited. `id` is absent until it is saved. */
export interface StatusDraft {
  key: string;
  id?: string;
  name: string;
  color: string;
  records: number;
}
export type StatusFault = "statusNameMissing" | "statusNameTwice" | "colorWrong";

export const statusesOf = (set: StatusSet | null): StatusDraft[] =>
  [...(set?.statuses ?? [])].sort((a, b) => a.order - b.order).map(({ id, name, color, records }) => ({ key: id, id, name, color, records }));

/** `#93c5fd`, `93C5FD` and `#9cf` as #RRGGBB; null when it is no colour. */
export function readColor(text: string): string | null {
  const digits = text.trim().replace(/^#/, "").toUpperCase();
  if (/^[0-9A-F]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9A-F]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join("")}` : null;
}

export function statusFault(status: StatusDraft, all: readonly StatusDraft[]): StatusFault | null {
  const name = status.name.trim().toLowerCase();
  if (name === "") return "statusNameMissing";
  if (all.some((other) => other.key !== status.key && other.name.trim().toLowerCase() === name)) return "statusNameTwice";
  return readColor(status.color) === null ? "colorWrong" : null;
}

/** The list with one thing moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const at = Math.max(0, Math.min(list.length - 1, to));
  const next = [...list];
  next.splice(at, 0, ...next.splice(from, 1));
  return next;
}

/** A colour of the palette that the set does not use yet. */
export const freeColor = (used: readonly StatusDraft[]) => palette.find((color) => !used.some((one) => readColor(one.color) === color)) ?? palette[0];

/** Statuses that records have and the draft no longer: each needs a replacement. */
export const removedInUse = (set: StatusSet | null, drafts: readonly StatusDraft[]) => (set?.statuses ?? []).filter((one) => one.records > 0 && !drafts.some((kept) => kept.id === one.id));

export const inputOf = (name: string, drafts: readonly StatusDraft[], replacements: Record<string, string>): StatusSetInput & { name: string } => ({
  name: name.trim(),
  statuses: drafts.map((one) => ({ ...(one.id ? { id: one.id } : {}), name: one.name.trim(), color: readColor(one.color) ?? one.color })),
  ...(Object.keys(replacements).length > 0 ? { replacements } : {}),
});
