import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { clear, draw } from "@/test/draw";
import { Plot } from "./Plot";

afterEach(clear);

const move = (name: string, on: Element) => act(async () => void on.dispatchEvent(new PointerEvent(name, { bubbles: true, clientX: 40 })));
const card = () => [...(document.querySelector("[data-card]")?.children ?? [])].map((line) => line.textContent);

test("a shape says on a card what it is, for as long as the pointer is on it", async () => {
  await draw(
    <Plot ref={null} label="Billed in USD" size={[100, 50]} className="w-full">
      <g data-says={"January · Billed\n1,500.00 USD (5)"}>
        <rect id="bar" width="10" height="50" />
      </g>
      <rect id="grid" width="100" height="50" />
    </Plot>,
  );
  const svg = document.querySelector("svg")!;
  expect([svg.getAttribute("aria-label"), svg.getAttribute("viewBox"), card()]).toEqual(["Billed in USD", "0 0 100 50", []]);
  await move("pointermove", document.querySelector("#bar")!);
  expect(card()).toEqual(["January · Billed", "1,500.00 USD (5)"]);
  await move("pointermove", document.querySelector("#grid")!);
  expect(card()).toEqual([]);
  await move("pointermove", document.querySelector("#bar")!);
  await move("pointerout", svg.parentElement!);
  expect(card()).toEqual([]);
});
