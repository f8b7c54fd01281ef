import type { Condition, Operator } from "./conditions";

/** How a person looks at a table. All of it is in the address. */
export interface View {
  search: string;
  sort: readonly Sort[];
  conditions: readonly Condition[];
  /** Shown columns in order; null: as the table comes. */
  columns: readonly string[] | null;
  /** Pixels, where a person changed them. */
  widths: Readonly<Record<string, number>>;
}
export interface Sort {
  column: string;
  descending: boolean;
}

/** A view as search parameters: `?q=meadow&sort=facility,-from&filter=status.is.a~b;billed.between.100~200&columns=facility,status&widths=note.300`. */
export interface TableSearch {
  q?: string;
  sort?: string;
  filter?: string;
  columns?: string;
  widths?: string;
}

export const plainView: View = { search: "", sort: [], conditions: [], columns: null, widths: {} };

const known: ReadonlySet<string> = new Set<Operator>(["is", "isNot", "contains", "before", "after", "between", "last", "next", "atLeast", "atMost", "empty", "notEmpty"]);
const escape = (text: string) => text.replace(/[%.~;]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unescape = (text: string) => text.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Writes only what differs from the plain view; what is undefined leaves the address. */
export function searchOf(view: View): Record<keyof TableSearch, string | undefined> {
  const widths = Object.entries(view.widths);
  return {
    q: view.search.trim() === "" ? undefined : view.search,
    sort: view.sort.length === 0 ? undefined : view.sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(","),
    filter: view.conditions.length === 0 ? undefined : view.conditions.map(({ column, op, values }) => [column, op, ...(values.length > 0 ? [values.map(escape).join("~")] : [])].join(".")).join(";"),
    columns: view.columns === null ? undefined : view.columns.join(","),
    widths: widths.length === 0 ? undefined : widths.map(([column, pixels]) => `${column}.${Math.round(pixels)}`).join(","),
  };
}

/** Reads an address; what it does not understand is left out, never an error. */
export function viewOf(search: TableSearch, columnIds: readonly string[]): View {
  const has = new Set(columnIds);
  const list = (text: unknown, between: string) => (typeof text === "string" && text !== "" ? text.split(between) : []);
  const sort = list(search.sort, ",").map((term) => ({ column: term.replace(/^-/, ""), descending: term.startsWith("-") }));
  const conditions = list(search.filter, ";").flatMap((term): Condition[] => {
    const [column = "", op = "", ...rest] = term.split(".");
    return has.has(column) && known.has(op) ? [{ column, op: op as Operator, values: list(rest.join("."), "~").map(unescape) }] : [];
  });
  const widths = list(search.widths, ",").flatMap((term): [string, number][] => {
    const [column = "", pixels] = term.split(".");
    const width = Number(pixels);
    return has.has(column) && width >= 40 && width <= 1200 ? [[column, width]] : [];
  });
  const columns = list(search.columns, ",").filter((id, at, all) => has.has(id) && all.indexOf(id) === at);
  return {
    search: typeof search.q === "string" ? search.q : typeof search.q === "number" ? String(search.q) : "",
    sort: sort.filter(({ column }, at) => has.has(column) && sort.findIndex((one) => one.column === column) === at),
    conditions,
    columns: columns.length > 0 ? columns : null,
    widths: Object.fromEntries(widths),
  };
}

/** For a route's `validateSearch`: keeps the table's parameters as text. */
export function readTableSearch(search: Record<string, unknown>): TableSearch {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined);
  const read = { q: text(search.q), sort: text(search.sort), filter: text(search.filter), columns: text(search.columns), widths: text(search.widths) };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as TableSearch;
}

/** What the next click on a header does: up, down, off; `also` keeps the other columns. */
export function nextSort(sort: readonly Sort[], column: string, also: boolean): Sort[] {
  const now = sort.find((one) => one.column === column);
  const next: Sort[] = !now ? [{ column, descending: false }] : now.descending ? [] : [{ column, descending: true }];
  if (!also) return next;
  return now ? sort.flatMap((one) => (one.column === column ? next : [one])) : [...sort, ...next];
}
