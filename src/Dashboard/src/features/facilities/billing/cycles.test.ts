import { describe, expect, it } from "vitest";
import type { Cycle, Group } from "@/api/types";
import { chooseCycle, monthChoice } from "./cycles";

const cycle = (index: number, billingDate: string): Cycle => ({ index, label: "", billingDate, from: `${billingDate} from`, through: `${billingDate} through` });
const near = [cycle(-1, "2025-10-01"), cycle(0, "2025-11-01"), cycle(1, "2025-12-01")];

describe("The cycle of an address", () => {
  it("is the current one when it names none, between its neighbours", () => expect(chooseCycle(undefined, near, undefined, undefined)).toMatchObject({ cycle: { index: 0 }, previous: "2025-10-01", next: "2025-12-01" }));
  it("is the one billed on its day", () => expect(chooseCycle("2025-12-01", near, undefined, undefined)).toMatchObject({ cycle: { index: 1 }, previous: "2025-11-01", next: undefined }));

  it("far away is waited for, then found with its neighbours; its distance comes last", () => {
    expect(chooseCycle("2020-01-01", near, undefined, undefined).cycle).toBeUndefined();
    const around = [cycle(-1, "2019-12-01"), cycle(0, "2020-01-01"), cycle(1, "2020-02-01")];
    expect(chooseCycle("2020-01-01", near, around, undefined)).toMatchObject({ cycle: { index: null, from: "2020-01-01 from" }, previous: "2019-12-01", next: "2020-02-01" });
    expect(chooseCycle("2020-01-01", near, around, [cycle(-71, "2019-12-01"), cycle(-70, "2020-01-01"), ...near]).cycle).toMatchObject({ index: -70 });
  });

  it("is the first to come where none has come yet, and none where no date is listed", () => {
    expect(chooseCycle(undefined, [cycle(1, "2026-01-01"), cycle(2, "2026-02-01")], undefined, undefined).cycle).toMatchObject({ index: 1 });
    expect(chooseCycle(undefined, [], undefined, undefined).cycle).toBeNull();
  });
});

describe("The month of all groups", () => {
  const group = (periodRule: "arrears" | "current", frequency: "monthly" | "weekly" = "monthly") => ({ schedule: { frequency, periodRule } }) as Group;
  it("is the one before where bills follow their month", () => expect(monthChoice(undefined, [group("arrears")], "2025-11-19").cycle).toMatchObject({ from: "2025-10-01", through: "2025-10-31" }));
  it("is this one where they lie in it, and where weeks are billed", () => expect(monthChoice(undefined, [group("current"), group("arrears", "weekly")], "2025-11-19").cycle).toMatchObject({ from: "2025-11-01" }));
  it("has months beside it", () => expect(monthChoice("2025-01-31", [], "2025-11-19")).toMatchObject({ cycle: { from: "2025-01-01" }, previous: "2024-12-01", next: "2025-02-01" }));
});
