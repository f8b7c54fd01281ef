const uuid = /^[0-9a-f-]{36}$/;

/** What the address of the seats says. */
export interface SeatsSearch {
  /** Only those of one account. */
  account?: string;
  /** The seats that are looked at, or new ones. */
  open?: string;
  /** What is done about them; absent: they are looked at. */
  act?: "agree" | "end";
}

export function readSeatsSearch({ account, open, act }: Record<string, unknown>): SeatsSearch {
  const opened = typeof open === "string" && (open === "new" || uuid.test(open)) ? open : undefined;
  return {
    ...(typeof account === "string" && uuid.test(account) ? { account } : {}),
    ...(opened ? { open: opened } : {}),
    ...(opened && opened !== "new" && (act === "agree" || act === "end") ? { act } : {}),
  };
}
