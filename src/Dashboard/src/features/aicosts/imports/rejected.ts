import type { AiImport } from "@/api/types";
import { refusalText } from "@/i18n/refusals";
import { csv } from "@/lib/csv";

export type BadCell = AiImport["rejected"][number];

/** Why a cell is not taken, in the language in use; in the server's where there is no text for it. */
export const reasonOf = ({ code, details, value, line, offers, reason }: BadCell) => refusalText(code, { given: value, line, ...(offers ? { words: offers } : {}), ...details }) ?? reason;

/** How many lines that are, however many cells of them are wrong. */
export const badLines = (cells: readonly BadCell[]) => new Set(cells.map(({ line }) => line)).size;

/** Bad cells as a file, so that one goes through them beside the spreadsheet. */
export const listOf = (cells: readonly BadCell[], heads: readonly [string, string, string, string]) => csv([heads, ...cells.map((cell) => [String(cell.line), cell.column ?? "", cell.value, reasonOf(cell)])]);

/** A file to begin with: its columns, and a line for a day of an account. */
export const sample = (today: string, account: { provider: string; name: string } | undefined) =>
  csv([
    ["date", "service", "account", "model", "input_tokens", "output_tokens", "cost_usd", "notes"],
    [today, account?.provider ?? "own", account?.name ?? "Main", "model-name", "120000", "30000", "0.42", ""],
  ]);
