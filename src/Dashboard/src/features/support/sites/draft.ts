import type { HostedSite, HostedSiteChange, HostedSiteInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import { compareDecimals, minorUnits, readDecimal, showDecimal } from "@/lib/decimal";

/** A hosted site as it is being typed. */
export interface Draft {
  client: string | null;
  name: string;
  webAddress: string;
  start: Day | null;
  end: Day | null;
  /** Empty in a new one: the usual fee. */
  fee: string;
  /** A day of the first month of another fee. */
  feeFrom: Day | null;
}

export const newDraft = (client: string | null, today: Day): Draft => ({ client, name: "", webAddress: "", start: today, end: null, fee: "", feeFrom: null });
export const draftOf = (row: HostedSite, locale: string, today: Day): Draft => ({ client: row.clientId, name: row.name, webAddress: row.webAddress ?? "", start: row.start, end: row.end, fee: showDecimal(row.fee.amount, locale, minorUnits(row.fee.currency)), feeFrom: `${today.slice(0, 8)}01` });

export const isBadFee = ({ fee }: Pick<Draft, "fee">, locale: string) => fee.trim() !== "" && readDecimal(fee, locale) === null;

/** What to write down; null while something is missing or cannot be read. */
export function inputOf(draft: Draft, currency: string, locale: string): HostedSiteInput | null {
  const { client, name, webAddress, start, end, fee } = draft;
  if (!client || name.trim() === "" || !start || isBadFee(draft, locale)) return null;
  const amount = readDecimal(fee, locale);
  return { clientId: client, name: name.trim(), start, ...(webAddress.trim() ? { webAddress: webAddress.trim() } : {}), ...(end ? { end } : {}), ...(amount === null ? {} : { fee: { amount, currency } }) };
}

/** Whether another fee is typed than the one that holds. */
export const isOtherFee = (draft: Draft, row: HostedSite, locale: string): boolean => {
  const amount = readDecimal(draft.fee, locale);
  return amount !== null && compareDecimals(amount, row.fee.amount) !== 0;
};

/** What changes of a site; null while something is missing or cannot be read. */
export function changeOf(draft: Draft, row: HostedSite, currency: string, locale: string): HostedSiteChange | null {
  const input = inputOf(draft, currency, locale);
  if (!input?.fee) return null;
  const change: HostedSiteChange = {};
  if (input.clientId !== row.clientId) change.clientId = input.clientId;
  if (input.name !== row.name) change.name = input.name;
  if (draft.webAddress.trim() !== (row.webAddress ?? "")) change.webAddress = draft.webAddress.trim();
  if (input.start !== row.start) change.start = input.start;
  if (draft.end !== row.end) change.end = draft.end;
  if (isOtherFee(draft, row, locale)) Object.assign(change, { fee: input.fee }, draft.feeFrom ? { feeFrom: draft.feeFrom } : {});
  return change;
}
