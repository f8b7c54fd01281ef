import { showDecimal } from "@/lib/decimal";

/** A formula as the server writes it, `2.5 × 80.00 EUR`, with numbers as the person reads them. Only the writing changes: nothing is computed. */
export const showFormula = (formula: string, locale: string): string =>
  formula.replace(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g, (number) => showDecimal(number, locale, number.split(".")[1]?.length ?? 0));

/** An amount that can be explained: of which thing, and which of its amounts. */
export interface Amount {
  kind: string;
  id: string;
  /** Absent: the thing's first. */
  amount?: string;
  currency?: string;
}

/** What an address in `open` asks for. */
export function askedBy(open: string) {
  const { pathname, searchParams } = new URL(open, "http://here.example.test");
  const [kind = "", id = ""] = pathname.split("/").slice(-2).map(decodeURIComponent);
  const after = searchParams.get("after");
  return { kind, id, query: { ...textOf("amount"), ...textOf("currency"), ...textOf("sum"), ...(after ? { after: Number(after) } : {}) } };

  function textOf<Name extends string>(name: Name) {
    const value = searchParams.get(name);
    return (value === null ? {} : { [name]: value }) as { [Key in Name]?: string };
  }
}
