/** Amounts as text, from the keyboard to the server and back: the browser never computes money. */

/** Decimal text as the server writes it: `-1234.50`. */
export type DecimalText = string;

const MINUS = "−";
const exact = (text: DecimalText) => text as unknown as Intl.StringNumericLiteral;
const formats = new Map<string, Intl.NumberFormat>();
const units = new Map<string, number>();

function formatOf(locale: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })));
  return found;
}

/** Minor units of a currency: 2 for EUR, 0 for JPY, 3 for TND. */
export function minorUnits(currency: string): number {
  let known = units.get(currency);
  if (known === undefined) {
    try {
      known = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      known = 2;
    }
    units.set(currency, known);
  }
  return known;
}

/** The text of the person's locale with a true minus; every digit of the input survives. */
export function showDecimal(amount: DecimalText, locale: string, minor: number): string {
  const digits = amount.split(".")[1]?.length ?? 0;
  const parts = formatOf(locale, minor, Math.max(minor, Math.min(digits, 12))).formatToParts(exact(amount));
  return parts.map((part) => (part.type === "minusSign" ? MINUS : part.value)).join("");
}

export function separatorsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  return { decimal: parts.find((part) => part.type === "decimal")?.value ?? ".", group: parts.find((part) => part.type === "group")?.value ?? "," };
}

/**
 * What a person typed for an amount: `$4,250.00`, `4250`, `4.250,00`, `(12.50)`, `−3`. A lone separator before three digits groups when
 * the locale groups with it, else it is the decimal. Null when it is no amount ("n/a").
 */
export function readDecimal(text: string, locale: string): DecimalText | null {
  let typed = text.trim().replace(/[\s'’   ]/g, "").replace(/^(?:[A-Z]{3}|\p{Sc})|(?:[A-Z]{3}|\p{Sc})$/gu, "");
  const bracketed = /^\((.*)\)$/.exec(typed);
  const negative = bracketed !== null || /^[-−]/.test(typed);
  typed = (bracketed?.[1] ?? typed).replace(/^[-−+]/, "").replace(/^\p{Sc}/u, "");
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(typed)) return null;
  const decimal = decimalOf(typed, separatorsOf(locale).decimal);
  const at = decimal === null ? -1 : typed.lastIndexOf(decimal);
  const whole = at < 0 ? typed : typed.slice(0, at);
  const fraction = at < 0 ? "" : typed.slice(at + 1);
  if (!/^\d*$|^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  const plain = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  const out = fraction ? `${plain}.${fraction}` : plain;
  return negative && /[1-9]/.test(out) ? `-${out}` : out;
}

function decimalOf(typed: string, own: string): string | null {
  const dots = typed.split(".").length - 1;
  const commas = typed.split(",").length - 1;
  if (dots > 0 && commas > 0) return typed.lastIndexOf(".") > typed.lastIndexOf(",") ? "." : ",";
  if (dots + commas === 0 || dots > 1 || commas > 1) return null;
  const only = dots === 1 ? "." : ",";
  return only === own || !/^\d{1,3}[.,]\d{3}$/.test(typed) ? only : null;
}

/** −1, 0 or 1, by digits and not by floats. */
export function compareDecimals(left: DecimalText, right: DecimalText): number {
  const scale = Math.max(left.split(".")[1]?.length ?? 0, right.split(".")[1]?.length ?? 0);
  const whole = (text: string) => BigInt(text.replace(".", "") + "0".repeat(scale - (text.split(".")[1]?.length ?? 0)));
  const [a, b] = [whole(left), whole(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export const isZero = (amount: DecimalText) => !/[1-9]/.test(amount);
export const isNegative = (amount: DecimalText) => amount.startsWith("-") && !isZero(amount);
