import { expect, test } from "vitest";
import { UndoStack } from "./undo";

const entry = (label: string) => ({ label, undo: () => {} });

test("the newest comes first, and nothing is undone twice", () => {
  const stack = new UndoStack();
  stack.push(entry("first"));
  const second = stack.push(entry("second"));
  stack.push(entry("third"));
  expect(stack.take(second)?.label).toBe("second");
  expect(stack.take(second)).toBeUndefined();
  expect([stack.take()?.label, stack.take()?.label, stack.take()]).toEqual(["third", "first", undefined]);
});

test("the oldest are forgotten", () => {
  const stack = new UndoStack(2);
  for (const label of ["a", "b", "c"]) stack.push(entry(label));
  expect(stack.size).toBe(2);
  expect([stack.take()?.label, stack.take()?.label]).toEqual(["c", "b"]);
});
