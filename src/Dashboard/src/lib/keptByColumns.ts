const KEPT = 20;

/** Files with the same columns, in whatever order, are of one kind. */
export const kindOf = (columns: readonly string[]) => [...columns].map((name) => name.trim().toLowerCase()).sort().join("|");

/** What a person decided about files, kept in this browser for the twenty latest kinds of them. */
export function keptByColumns<T extends object>(key: string): { recall: (columns: readonly string[]) => T | undefined; remember: (columns: readonly string[], decided: T) => void } {
  const kept = (): [string, T][] => {
    try {
      const read: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(read) ? (read as [string, T][]).filter((one) => Array.isArray(one) && typeof one[0] === "string") : [];
    } catch {
      return [];
    }
  };
  return {
    recall: (columns) => kept().find(([kind]) => kind === kindOf(columns))?.[1],
    remember: (columns, decided) => {
      const kind = kindOf(columns);
      const others = kept().filter(([other]) => other !== kind);
      try {
        localStorage.setItem(key, JSON.stringify(Object.keys(decided).length > 0 ? [[kind, decided], ...others].slice(0, KEPT) : others));
      } catch {
        // Without storage the columns are found anew each time.
      }
    },
  };
}
