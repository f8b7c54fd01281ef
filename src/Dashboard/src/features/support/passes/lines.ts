import type { SupportPassLine } from "@/api/types";

/** A word behind a line: a code, and a sentence where there is more to say. */
export interface Said {
  code: string;
  sentence: string;
}

/** What the server wrote behind a line, `code: sentence` or one of both; null where it wrote nothing. */
export function saidOf(said: string | null | undefined): Said | null {
  if (!said) return null;
  const told = /^([a-z]+(?:-[a-z]+)*)(?::\s*([\s\S]*))?$/.exec(said);
  return told ? { code: told[1]!, sentence: told[2] ?? "" } : { code: "", sentence: said };
}

/** The words that a code is told by here; undefined where the server's own sentence has to do. */
const codes = { gone: "said_gone", elsewhere: "said_elsewhere", "closed-without-a-day": "said_closedWithoutADay", "gone-after-billing": "said_goneAfterBilling", "moved-after-billing": "said_movedAfterBilling", "told-otherwise-after-billing": "said_toldOtherwiseAfterBilling", "client-unknown": "said_clientUnknown", "more-rejected": "said_moreRejected" } as const;
export const wordOf = (code: string): (typeof codes)[keyof typeof codes] | undefined => (Object.hasOwn(codes, code) ? codes[code as keyof typeof codes] : undefined);

const fields = ["client", "resolved", "type", "category", "description", "urgency", "effort", "hours", "webAddress", "status", "name", "price", "completedOn", "start", "end", "fee"] as const;
export type Field = (typeof fields)[number];

/** The field of a line; undefined where the whole record is meant, or nobody knows it here. */
export const fieldOf = ({ field }: Pick<SupportPassLine, "field">): Field | undefined => fields.find((one) => one === field);

/** How a value of a line is to be read. */
export type Value = { as: "text"; text: string } | { as: "client"; id: string } | { as: "moment"; day: string; time: string } | { as: "day"; day: string } | { as: "number"; number: string } | { as: "money"; amount: string; currency: string } | { as: "word"; word: string };

const words: readonly Field[] = ["urgency", "effort", "status"];

/** A value as it is written down, by its field; null where there is none. */
export function valueOf(field: Field | undefined, text: string | null | undefined): Value | null {
  if (text === null || text === undefined || text === "") return null;
  const moment = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?/.exec(text);
  const money = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
  if (field === "client") return { as: "client", id: text };
  if (field === "resolved" && text === "open") return { as: "word", word: text };
  if (field === "resolved" && moment) return { as: "moment", day: moment[1]!, time: moment[2] ?? "" };
  if ((field === "completedOn" || field === "start" || field === "end") && moment) return { as: "day", day: moment[1]! };
  if ((field === "price" || field === "fee") && money) return { as: "money", amount: money[1]!, currency: money[2]! };
  if (field === "hours" && /^-?\d+(\.\d+)?$/.test(text)) return { as: "number", number: text };
  if (field && words.includes(field)) return { as: "word", word: text };
  return { as: "text", text };
}

/** Lines that follow each other about one record, together: a record that was told otherwise in three fields is one entry. */
export function together(lines: readonly SupportPassLine[]): SupportPassLine[][] {
  const groups: SupportPassLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && line.outsideId !== "" && last[0]!.kind === line.kind && last[0]!.outsideId === line.outsideId && last[0]!.target === line.target) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
