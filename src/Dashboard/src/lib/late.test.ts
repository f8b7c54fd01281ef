import { expect, test, vi } from "vitest";
import { patient, type Surroundings } from "./late";

const around = (answers: boolean[]) => ({
  answers: async () => answers.shift() ?? true,
  pause: async () => {},
  missing: vi.fn<() => void>(),
  reload: vi.fn(() => true),
}) satisfies Surroundings;
const failing = (times: number) => async () => {
  if (times-- > 0) throw new TypeError("Failed to fetch dynamically imported module");
  return "part";
};

test("without a server the page stays, says so once, and the part comes later", async () => {
  const world = around([false, false, false]);
  expect(await patient(failing(3), world)()).toBe("part");
  expect(world.missing).toHaveBeenCalledOnce();
  expect(world.reload).not.toHaveBeenCalled();
});

test("a part that is gone from a server that answers loads the page anew", async () => {
  const world = around([true]);
  void patient(failing(2), world)();
  await vi.waitFor(() => expect(world.reload).toHaveBeenCalledOnce());
  expect(world.missing).not.toHaveBeenCalled();
});

test("after that did not help it is an error", async () => {
  const world = { ...around([true]), reload: () => false };
  await expect(patient(failing(2), world)()).rejects.toThrow("Failed to fetch");
});
