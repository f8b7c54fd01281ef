import { expect, test } from "vitest";
import type { AiRecord } from "@/api/types";
import { kindsOf, tokensIn, tokensOut } from "./kinds";

const none = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheWrite: 0, output: 0, reasoning: 0, audioInput: 0, cachedAudioInput: 0, audioOutput: 0, imageInput: 0, cachedImageInput: 0, imageOutput: 0 } as AiRecord["tokens"];

test("what was read adds up without what was made, and reasoning is not counted twice", () => {
  const tokens = { ...none, input: 5, cacheRead: 40, cacheWrite1h: 7, output: 30, reasoning: 12, imageOutput: 1 };
  expect([tokensIn({ tokens }), tokensOut({ tokens })]).toEqual([52, 31]);
  expect(kindsOf({ tokens })).toEqual([["input", 5], ["cacheRead", 40], ["cacheWrite1h", 7], ["output", 30], ["imageOutput", 1], ["reasoning", 12]]);
  expect(kindsOf({ tokens: none })).toEqual([]);
});
