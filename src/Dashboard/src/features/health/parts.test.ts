import { expect, test } from "vitest";
import { partOf } from "./parts";

test("parts of the product have names in every language; one that is new keeps its own", () => {
  expect(partOf("high-water mark")).toEqual({ key: "highWaterMark", of: "" });
  expect(partOf("projection usage.meters")).toEqual({ key: "projection", of: "usage.meters" });
  expect(partOf("toString")).toBeNull();
});
