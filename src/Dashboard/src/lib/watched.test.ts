import { expect, test, vi } from "vitest";
import { watched } from "./watched";

test("tells how far it has come until it is over, and not behind that", async () => {
  vi.useFakeTimers();
  const told: number[] = [];
  const looks = [() => Promise.reject(new Error("not there yet")), () => Promise.resolve(0.5), () => new Promise<number>((resolve) => setTimeout(() => resolve(0.9), 1_000))];
  const answer = watched(() => new Promise<string>((resolve) => setTimeout(() => resolve("done"), 1_300)), () => looks.shift()!(), (done) => told.push(done));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await answer).toBe("done");
  expect(told).toEqual([0.5]);
  vi.useRealTimers();
});

test("looks no more when it fails", async () => {
  vi.useFakeTimers();
  const look = vi.fn(() => Promise.resolve(1));
  await expect(watched(() => Promise.reject(new Error("no")), look, () => undefined)).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(look).not.toHaveBeenCalled();
  vi.useRealTimers();
});
