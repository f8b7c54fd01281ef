import { describe, expect, it } from "vitest";
import type { Schedule } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { prefer } from "@/lib/preferences";
import { messages } from "./messages";
import { cycleLabel, ordinal, scheduleWords } from "./words";

const weekday = (locale: string) => (index: number, style: "short" | "long" = "short") => new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: style }).format(new Date(Date.UTC(2023, 0, 1 + index)));

function say(schedule: Schedule, language: "en" | "de" = "en"): string {
  prefer({ language });
  const locale = language === "en" ? "en-US" : "de-DE";
  return scheduleWords(schedule, textNow(messages), { locale, weekday: weekday(locale) });
}

describe("A schedule in words", () => {
  it.each<[Schedule, string, string]>([
    [{ frequency: "weekly", periodRule: "arrears", dayOfWeek: "friday" }, "Every Friday, for the 7 days before.", "Jeden Freitag, für die 7 Tage davor."],
    [{ frequency: "weekly", periodRule: "current", dayOfWeek: "sunday" }, "Every Sunday, for the week it lies in, Monday to Sunday.", "Jeden Sonntag, für die Woche, in der er liegt, Montag bis Sonntag."],
    [{ frequency: "everyTwoWeeks", periodRule: "arrears", anchor: "2025-11-14" }, "Every other Friday, for the 14 days before.", "Jeden zweiten Freitag, für die 14 Tage davor."],
    [{ frequency: "semiMonthly", periodRule: "arrears" }, "On the 1st and the 16th of each month, for the half month before.", "Am 1. und am 16. jedes Monats, für den halben Monat davor."],
    [{ frequency: "monthly", periodRule: "arrears", dayOfMonth: 15 }, "On the 15th of each month, for the month before.", "Am 15. jedes Monats, für den Monat davor."],
    [{ frequency: "monthly", periodRule: "arrears", dayOfMonth: 31 }, "On the last day of each month, for the month before.", "Am letzten Tag jedes Monats, für den Monat davor."],
    [{ frequency: "monthly", periodRule: "current", dayOfMonth: 30 }, "On the 30th (or the last day) of each month, for the calendar month it lies in.", "Am 30. (oder letzten Tag) jedes Monats, für den Kalendermonat, in dem er liegt."],
    [
      { frequency: "quarterly", periodRule: "arrears", dayOfMonth: 1, anchor: "2025-11-01" },
      "Every quarter, on the 1st of February, May, August, and November, for the three months before.",
      "Jedes Quartal, am 1. (Februar, Mai, August und November), für die drei Monate davor.",
    ],
    [{ frequency: "everyTwoMonths", periodRule: "current", dayOfMonth: 1, anchor: "2025-11-01" }, "Every two months, on the 1st, for the two months it lies in.", "Alle zwei Monate, am 1., für die zwei Monate, in denen er liegt."],
    [{ frequency: "custom", periodRule: "arrears" }, "On dates of your own.", "An eigenen Terminen."],
  ])("%j", (schedule, en, de) => {
    expect(say(schedule)).toBe(en);
    expect(say(schedule, "de")).toBe(de);
  });

  it("never uses the word that means two things", () => {
    for (const texts of [messages.en, messages.de]) expect(JSON.stringify(texts)).not.toMatch(/bi-?(monthly|weekly)/i);
  });
});

describe("A cycle's label", () => {
  it("follows the index and the language", () => {
    prefer({ language: "en" });
    expect([-2, -1, 0, 1].map((index) => cycleLabel(index, textNow(messages)))).toEqual(["2 cycles ago", "1 cycle ago", "Current cycle", "1 cycle ahead"]);
    prefer({ language: "de" });
    expect([-2, -1, 0, 1].map((index) => cycleLabel(index, textNow(messages)))).toEqual(["Vor 2 Zyklen", "Vor 1 Zyklus", "Aktueller Zyklus", "In 1 Zyklus"]);
  });

  it("counts days as English does", () => expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map((day) => ordinal(day, "en-GB"))).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st"]));
});
