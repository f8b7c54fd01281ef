import type { ChannelName, NotificationChoice, NotificationPreferences, NotificationWishes } from "@/api/types";

export const kinds = ["budget", "anomaly", "limit", "overdue", "paymentFailed", "syncTrouble", "webhookTrouble", "system"] as const;
export const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Kind = (typeof kinds)[number];
export type Least = "never" | "low" | "normal" | "high";

/** How somebody wants to be told, as it is typed. */
export interface Draft {
  choices: readonly NotificationChoice[];
  quiet: boolean;
  from: string;
  until: string;
  exceptHigh: boolean;
  digest: "none" | "daily" | "weekly";
  hour: string;
  day: (typeof days)[number];
  timeZone: string;
  language: string;
}

export const draftOf = (now: NotificationPreferences): Draft => ({
  choices: now.choices,
  quiet: now.quiet !== null,
  from: now.quiet?.from.slice(0, 5) ?? "22:00",
  until: now.quiet?.until.slice(0, 5) ?? "07:00",
  exceptHigh: now.quiet?.exceptHigh ?? true,
  digest: now.digest?.rhythm ?? "none",
  hour: String(now.digest?.hour ?? 8),
  day: now.digest?.day ?? "monday",
  timeZone: now.timeZone ?? "",
  language: now.language ?? "",
});

/** From which priority on somebody is told of a kind by a channel. */
export const leastOf = (draft: Draft, kind: Kind, channel: ChannelName): Least => draft.choices.find((one) => one.kind === kind && one.channel === channel)?.least ?? "never";

/** The same draft with another choice. */
export const choosing = (draft: Draft, kind: Kind, channel: ChannelName, least: Least): Draft => ({
  ...draft,
  choices: draft.choices.map((one) => (one.kind === kind && one.channel === channel ? { ...one, least: least === "never" ? null : least } : one)),
});

/** As the server takes it; null where a time is missing. */
export function wishesOf(draft: Draft): NotificationWishes | null {
  if (draft.quiet && !(draft.from && draft.until)) return null;
  return {
    choices: [...draft.choices],
    quiet: draft.quiet ? { from: `${draft.from}:00`, until: `${draft.until}:00`, exceptHigh: draft.exceptHigh } : null,
    digest: draft.digest === "none" ? null : { rhythm: draft.digest, hour: Number(draft.hour), day: draft.digest === "weekly" ? draft.day : null },
    timeZone: draft.timeZone.trim() || null,
    language: draft.language || null,
  };
}
