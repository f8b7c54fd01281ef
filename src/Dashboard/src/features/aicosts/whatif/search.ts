import { addDays, isDay, type Day } from "@/lib/dates";

/** What the address of the what-if says: which usage, and which other model. */
export interface AiWhatIfSearch {
  from?: Day;
  /** The last day. */
  through?: Day;
  /** Absent: all accounts. */
  account?: string;
  provider?: string;
  model?: string;
}

export function readWhatIfSearch({ from, through, account, provider, model }: Record<string, unknown>): AiWhatIfSearch {
  return {
    ...(typeof from === "string" && isDay(from) ? { from } : {}),
    ...(typeof through === "string" && isDay(through) ? { through } : {}),
    ...(typeof account === "string" && /^[0-9a-f-]{36}$/.test(account) ? { account } : {}),
    ...(typeof provider === "string" && /^[a-z0-9.-]{1,40}$/.test(provider) ? { provider } : {}),
    ...(typeof model === "string" && model.trim() !== "" && model.length <= 200 ? { model } : {}),
  };
}

const most = 400;

/** The days that are looked at; without a word of them the last 30. */
export const daysOf = ({ from, through }: AiWhatIfSearch, today: Day): { from: Day; through: Day } => ({ from: from ?? addDays(through ?? today, -29), through: through ?? today });

/** Whether these are days that can be asked for. */
export const areDays = ({ from, through }: { from: Day; through: Day }) => from <= through && through < addDays(from, most);
