/** What the address of the live tail says. */
export interface TailSearch {
  meter?: string;
  subject?: string;
}

const text = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 255;

export const readTailSearch = ({ meter, subject }: Record<string, unknown>): TailSearch => ({ ...(text(meter) ? { meter } : {}), ...(text(subject) ? { subject } : {}) });
