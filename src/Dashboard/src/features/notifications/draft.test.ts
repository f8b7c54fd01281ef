import { expect, test } from "vitest";
import type { NotificationPreferences } from "@/api/types";
import { choosing, draftOf, leastOf, wishesOf } from "./draft";

const now: NotificationPreferences = {
  choices: [{ kind: "budget", channel: "mail", least: null }, { kind: "budget", channel: "inProduct", least: "low" }],
  quiet: null, digest: null, timeZone: null, language: null, houseTimeZone: "Europe/Berlin", houseLanguage: "de", channels: [], version: 3,
};

test("what is chosen for one kind and channel touches no other", () => {
  const draft = choosing(draftOf(now), "budget", "mail", "high");
  expect(leastOf(draft, "budget", "mail")).toBe("high");
  expect(leastOf(draft, "budget", "inProduct")).toBe("low");
  expect(leastOf(choosing(draft, "budget", "mail", "never"), "budget", "mail")).toBe("never");
  expect(wishesOf(draft)?.choices?.[0]).toEqual({ kind: "budget", channel: "mail", least: "high" });
});

test("times get their seconds, a daily digest has no day", () => {
  const draft = { ...draftOf(now), quiet: true, from: "21:30", until: "06:00", digest: "daily" as const, hour: "9", timeZone: " Asia/Kathmandu " };
  expect(wishesOf(draft)).toMatchObject({ quiet: { from: "21:30:00", until: "06:00:00", exceptHigh: true }, digest: { rhythm: "daily", hour: 9, day: null }, timeZone: "Asia/Kathmandu", language: null });
  expect(wishesOf({ ...draft, digest: "weekly", day: "friday" })?.digest).toEqual({ rhythm: "weekly", hour: 9, day: "friday" });
  expect(wishesOf({ ...draft, from: "" })).toBeNull();
});

test("nothing chosen is nothing said", () => {
  expect(wishesOf(draftOf(now))).toEqual({ choices: now.choices, quiet: null, digest: null, timeZone: null, language: null });
  expect(draftOf({ ...now, quiet: { from: "23:15:00", until: "05:45:00", exceptHigh: false } })).toMatchObject({ quiet: true, from: "23:15", until: "05:45", exceptHigh: false });
});
