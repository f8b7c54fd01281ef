import type { Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { showDecimal } from "@/lib/decimal";

/** What a coupon takes off. */
export const worthOf = ({ off, share }: { off?: Money | null; share?: string | null }, formats: Formats) => (off ? formats.money(off) : `${showDecimal(share ?? "0", formats.locale, 0)} %`);
