import { act, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { clear, draw, press } from "@/test/draw";
import ModalPopup from "./ModalPopup";

afterEach(clear);

function Sheet({ dirty, onClose }: { dirty: boolean; onClose: () => void }) {
  const [open, setOpen] = useState(true);
  return (
    <ModalPopup look="sheet" title="Group" open={open} dirty={dirty} onClose={() => (setOpen(false), onClose())}>
      <input aria-label="Name" />
    </ModalPopup>
  );
}
const button = (name: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === name)!;
const focusField = () => act(async () => document.querySelector<HTMLElement>("input[aria-label=Name]")!.focus());

test("Escape closes what holds nothing unsaved", async () => {
  const closed = vi.fn();
  await draw(<Sheet dirty={false} onClose={closed} />);
  await focusField();
  await press("Escape");
  expect(closed).toHaveBeenCalledOnce();
});

test("Escape asks before it throws away what was typed", async () => {
  const closed = vi.fn();
  await draw(<Sheet dirty onClose={closed} />);
  await focusField();
  await press("Escape");
  expect(closed).not.toHaveBeenCalled();
  expect(document.querySelector("[role=alertdialog]")?.textContent).toContain("Throw away what you typed?");
  await act(async () => button("Throw away").click());
  expect(closed).toHaveBeenCalledOnce();
});
