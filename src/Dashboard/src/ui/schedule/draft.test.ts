import { describe, expect, it } from "vitest";
import type { Schedule } from "@/api/types";
import { customDatesOf, datesOf, draftOf, faultOf, scheduleOf } from "./draft";

const today = "2025-11-19";

describe("A schedule that is edited", () => {
  it.each<Schedule>([
    { frequency: "weekly", periodRule: "current", dayOfWeek: "sunday" },
    { frequency: "everyTwoWeeks", periodRule: "arrears", dayOfWeek: "friday", anchor: "2025-11-14" },
    { frequency: "semiMonthly", periodRule: "arrears", days: [5, 20] },
    { frequency: "monthly", periodRule: "arrears", dayOfMonth: 31 },
    { frequency: "everyTwoMonths", periodRule: "current", dayOfMonth: 1, anchor: "2024-11-07" },
    { frequency: "yearly", periodRule: "arrears", dayOfMonth: 15, anchor: "2023-04-01" },
    { frequency: "custom", periodRule: "arrears" },
  ])("comes back as it was: %j", (schedule) => expect(scheduleOf(draftOf(schedule, today), today)).toEqual(schedule));

  it("says only what its frequency needs", () => {
    const draft = { ...draftOf({ frequency: "weekly", periodRule: "arrears", dayOfWeek: "monday" }, today), frequency: "monthly" as const };
    expect(scheduleOf(draft, today)).toEqual({ frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 });
  });

  it("is none while a parameter is missing or the two days are one", () => {
    expect(scheduleOf({ ...draftOf(undefined, today), frequency: "everyTwoWeeks", anchor: null }, today)).toBeNull();
    expect(scheduleOf({ ...draftOf(undefined, today), frequency: "semiMonthly", firstDay: 5, secondDay: 5 }, today)).toBeNull();
  });

  it("counts from the chosen month of this year when the month is another", () => {
    const draft = { ...draftOf({ frequency: "quarterly", periodRule: "arrears", dayOfMonth: 1, anchor: "2023-04-01" }, today), anchorMonth: 5 };
    expect(scheduleOf(draft, today)?.anchor).toBe("2025-05-01");
  });
});

describe("Custom dates", () => {
  const one = { key: 0, date: "2025-10-01", period: "monthly" as const, from: null, through: null };

  it("are shown newest first and sent with from and through only where they are said", () => {
    const dates = datesOf([{ date: "2025-10-01", period: "explicit", from: "2025-08-10", through: "2025-09-20" }, { date: "2025-12-01", period: "monthly" }]);
    expect(dates.map(({ date }) => date)).toEqual(["2025-12-01", "2025-10-01"]);
    expect(customDatesOf(dates)).toEqual([{ date: "2025-12-01", period: "monthly" }, { date: "2025-10-01", period: "explicit", from: "2025-08-10", through: "2025-09-20" }]);
  });

  it("name what is wrong with each", () => {
    expect(faultOf({ ...one, date: null }, [one])).toBe("dateMissing");
    expect(faultOf({ ...one, key: 1 }, [one, { ...one, key: 1 }])).toBe("dateTwice");
    expect(faultOf({ ...one, period: "explicit", from: "2025-09-01" }, [one])).toBe("periodMissing");
    expect(faultOf({ ...one, period: "explicit", from: "2025-09-02", through: "2025-09-01" }, [one])).toBe("periodBackwards");
    expect(customDatesOf([one, { ...one, key: 1 }])).toBeNull();
  });
});
