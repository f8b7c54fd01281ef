import { todayIn, type Day } from "@/lib/dates";
import { useNow } from "@/lib/useNow";

/** The day of AI costs: providers count days of UTC, and know nothing of an organisation's test clock. */
export const useToday = (): Day => todayIn("UTC", useNow(60_000));
