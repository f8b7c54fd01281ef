import { beforeEach, expect, test } from "vitest";
import { pictureOf } from "./picture";
import type { Picture } from "./types";

const NS = "http://www.w3.org/2000/svg";
const light = { ink: "#18181b", muted: "#5f5f68", surface: "#ffffff", pressed: "#e9e9eb", good: "#15703a", bad: "#b91c1c" };

beforeEach(() => {
  document.head.innerHTML = `<style>${Object.entries(light).map(([name, value]) => `.on-paper { --${name}: ${value}; }`).join(" ")} .fill-good { fill: #15703a; } .fill-transparent { fill: transparent; }</style>`;
});

function chart(): SVGSVGElement {
  const svg = document.body.appendChild(document.createElementNS(NS, "svg"));
  svg.setAttribute("viewBox", "0 0 1000 180");
  svg.setAttribute("class", "h-44 w-full");
  svg.setAttribute("aria-label", "What a screen reader says");
  svg.innerHTML = '<g class="group" data-says="January\nBilled: 1 &lt; 2"><rect class="fill-transparent" width="10" height="180"></rect><rect class="fill-good" x="1" y="20" width="8" height="160" data-x="1"></rect></g>';
  return svg;
}

const wanted = (more: Partial<Picture> = {}): Picture => ({
  title: "By month & more", about: "USD · January 2026", legend: [{ label: "Billed", ink: "good" }, { label: "Before", ink: "ink", line: true }], plot: { svg: chart() },
  scale: [{ at: 0, text: "1,500.00 USD" }, { at: 1, text: "0" }], axis: [{ at: 0, text: "January" }, { at: 0.5, text: "February" }, { at: 1, text: "March" }], ...more,
});

const read = (svg: string) => {
  const parsed = new DOMParser().parseFromString(svg.replace(/^<\?xml[^>]*\?>\s*/, ""), "image/svg+xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  return parsed.documentElement;
};
const texts = (root: Element) => [...root.querySelectorAll("text")].map((one) => one.textContent);

test("stands alone: white, with title, unit, legend, scale and axis, and no look from outside", () => {
  const { svg, width, height } = pictureOf(wanted());
  const root = read(svg);
  expect([root.getAttribute("width"), root.getAttribute("height"), root.getAttribute("viewBox")]).toEqual([String(width), String(height), `0 0 ${width} ${height}`]);
  expect(root.querySelector("title")!.textContent).toBe("By month & more");
  expect(texts(root)).toEqual(["By month & more", "USD · January 2026", "■Billed—Before", "1,500.00 USD", "0", "January", "February", "March"]);
  expect(root.querySelector("rect")!.getAttribute("fill")).toBe(light.surface);
  expect([...root.querySelectorAll("tspan")].map((one) => one.getAttribute("fill"))).toEqual([light.good, light.ink, light.ink, light.ink]);
  expect([...root.querySelectorAll("text")].slice(-3).map((one) => one.getAttribute("text-anchor"))).toEqual(["start", "middle", "end"]);
  expect(svg).not.toMatch(/\b(class|style|data-\w+|aria-\w+)=|var\(/);
});

test("keeps the bars and what they say, and what only a pointer finds stays unseen", () => {
  const plot = read(pictureOf(wanted()).svg).querySelector("svg")!;
  expect([plot.getAttribute("viewBox"), plot.getAttribute("role")]).toEqual(["0 0 1000 180", null]);
  const [found, bar] = [...plot.querySelectorAll("rect")];
  expect([found!.getAttribute("fill-opacity"), bar!.getAttribute("fill"), bar!.getAttribute("height")]).toEqual(["0", light.good, "160"]);
  expect(plot.querySelector("title")!.textContent).toBe("January\nBilled: 1 < 2");
});

test("bars that lie are drawn with their words, and a mark for what they are compared with", () => {
  const { svg, height } = pictureOf(wanted({ plot: { bars: [{ label: "Not late", value: "500.00 USD", ink: "good", from: 0, to: 1, mark: 0.5 }, { label: "Late", value: "0.00 USD", ink: "bad", from: 0.25, to: 0.25, mark: 0 }] } }));
  const root = read(svg);
  expect(texts(root).slice(3)).toEqual(["Not late", "500.00 USD", "Late", "0.00 USD"]);
  const bars = [...root.querySelectorAll("rect")].slice(1).map((one) => [one.getAttribute("fill"), one.getAttribute("width")]);
  expect(bars).toEqual([[light.pressed, "896"], [light.good, "896"], [light.ink, "2"], [light.pressed, "896"]]); // nothing has no bar
  expect(height).toBeGreaterThan(Math.max(...[...root.querySelectorAll("text")].map((one) => Number(one.getAttribute("y")))));
});

test("leaves nothing behind in the page", () => {
  const before = document.body.children.length;
  pictureOf(wanted());
  expect(document.body.querySelectorAll(".on-paper")).toHaveLength(0);
  expect(document.body.children.length).toBe(before + 1); // the chart itself
});
