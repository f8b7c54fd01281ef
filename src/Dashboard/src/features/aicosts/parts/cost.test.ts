import { expect, test } from "vitest";
import { costText } from "./cost";

const dollars = (amount: string) => ({ amount, currency: "USD" });

test("a cost is shortened, and never to nothing", () => {
  expect(costText(dollars("13.05"), "en-US")).toBe("13.05");
  expect(costText(dollars("1234.5"), "de-DE")).toBe("1.234,50");
  expect(costText(dollars("0.010712345"), "en-US")).toBe("0.0107");
  expect(costText(dollars("0.00000012"), "en-US")).toBe("< 0.0001");
  expect(costText(dollars("0"), "en-US")).toBe("0.00");
  expect(costText(dollars("-3.5"), "en-US")).toBe("−3.50");
});

test("no digit of a large one is lost on the way", () => {
  expect(costText(dollars("90071992547409931.25"), "en-US")).toBe("90,071,992,547,409,931.25");
});
