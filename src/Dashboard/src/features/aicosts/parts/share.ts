import { compareDecimals, readDecimal } from "@/lib/decimal";

/** Whether what is typed is a share: more than nothing, and at most so many hundredths. */
export const shareUpTo = (most: string) => (text: string, locale: string) => {
  const read = readDecimal(text, locale);
  return read !== null && compareDecimals(read, "0") > 0 && compareDecimals(read, most) <= 0;
};
