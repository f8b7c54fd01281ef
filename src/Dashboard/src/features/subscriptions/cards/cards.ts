import type { PaymentMethodLine } from "@/api/types";

/** Cards of the test provider that it keeps, by the token that says what they do. */
export const testCards = ["pm_card_visa", "pm_card_mastercard", "pm_card_amex", "pm_card_declinedFirst", "pm_card_chargeCustomerFail", "pm_card_authenticationRequired"] as const;

/** Whether a provider might know such a payment method. */
export const isToken = (text: string) => /^[A-Za-z0-9_-]{1,200}$/.test(text.trim());

const brands: Record<string, string> = { visa: "Visa", mastercard: "Mastercard", amex: "American Express", discover: "Discover", diners: "Diners Club", jcb: "JCB", unionpay: "UnionPay" };

/** What a brand calls itself; one that is not known here keeps its own word. */
export const brandName = (brand: string) => brands[brand] ?? brand;

/** As it stands on the card: `04/31`. */
export const expiryOf = ({ expiryMonth, expiryYear }: Pick<PaymentMethodLine, "expiryMonth" | "expiryYear">) => `${String(expiryMonth).padStart(2, "0")}/${String(expiryYear % 100).padStart(2, "0")}`;

/** A card is good through the last day of its month. */
export const isExpired = ({ expiryMonth, expiryYear }: Pick<PaymentMethodLine, "expiryMonth" | "expiryYear">, today: string) => `${expiryYear}-${String(expiryMonth).padStart(2, "0")}` < today.slice(0, 7);
