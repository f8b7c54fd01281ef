import type { Ink, Picture } from "./types";

const NS = "http://www.w3.org/2000/svg";
const [width, edge, top, plotHeight, rowHeight] = [960, 32, 124, 280, 44];

/** What a picture is drawn with: names of colours become the colours of the light theme where it is read by itself. */
const told = {
  shape: ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "vector-effect"],
  text: ["fill", "font-family", "font-size", "font-weight", "font-variant-numeric", "text-anchor"],
} as const;

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes = {}, inside: readonly (Node | string)[] = []): SVGElement {
  const made = document.createElementNS(NS, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  made.append(...inside);
  return made;
}

const ink = <T extends SVGElement>(made: T, fill: Ink): T => {
  made.style.fill = `var(--${fill})`;
  return made;
};

const text = (said: string, at: { x: number; y: number; size?: number; fill?: Ink; bold?: boolean; anchor?: "start" | "middle" | "end" }) =>
  ink(
    element("text", { x: at.x, y: at.y, "font-family": "Inter, ui-sans-serif, system-ui, sans-serif", "font-size": at.size ?? 13, "font-weight": at.bold ? 600 : 400, "text-anchor": at.anchor ?? "start", "font-variant-numeric": "tabular-nums" }, [said]),
    at.fill ?? "muted",
  );

/** A chart as an SVG file that is read by itself: white, with title, unit, legend and scale, and no style from outside. Must be called in the page, whose colours it takes. */
export function pictureOf(picture: Picture): { svg: string; width: number; height: number } {
  const bars = "bars" in picture.plot ? picture.plot.bars : null;
  const height = top + (bars ? bars.length * rowHeight : plotHeight + 24) + edge;
  const root = element("svg", { xmlns: NS, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" }, [
    element("title", {}, [picture.title]),
    element("desc", {}, [picture.about]),
    ink(element("rect", { width, height }), "surface"),
    text(picture.title, { x: edge, y: 50, size: 20, fill: "ink", bold: true }),
    text(picture.about, { x: edge, y: 74 }),
    legendOf(picture),
    ...(bars ? barsOf(bars) : plotOf(picture)),
  ]);
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${settled(root)}\n`, width, height };
}

function legendOf({ legend }: Picture): SVGElement {
  const line = text("", { x: edge, y: 102, fill: "ink" });
  legend.forEach(({ label, ink: fill, line: across }, at) => line.append(ink(element("tspan", at === 0 ? {} : { dx: 20 }, [across ? "—" : "■"]), fill), ink(element("tspan", { dx: 6 }, [label]), "ink")));
  return line;
}

function plotOf({ plot, scale = [], axis = [] }: Picture): SVGElement[] {
  if (!("svg" in plot)) return [];
  const left = edge + (scale.length > 0 ? 116 : 0);
  const wide = width - left - edge;
  const drawn = plot.svg.cloneNode(true) as SVGSVGElement;
  for (const [name] of Object.entries({ role: 0, style: 0, "aria-label": 0, class: 0 })) drawn.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: left, y: top, width: wide, height: plotHeight, overflow: "visible" })) drawn.setAttribute(name, String(value));
  return [
    drawn,
    ...scale.map(({ at, text: said }) => text(said, { x: left - 12, y: top + at * plotHeight + 4, anchor: "end" })),
    ...axis.map(({ at, text: said }, n) => text(said, { x: left + at * wide, y: top + plotHeight + 24, anchor: at <= 0 ? "start" : at >= 1 ? "end" : axis.length > 2 || n === 0 ? "middle" : "end" })),
  ];
}

function barsOf(bars: Extract<Picture["plot"], { bars: unknown }>["bars"]): SVGElement[] {
  const wide = width - 2 * edge;
  return bars.flatMap(({ label, value, ink: fill, from, to, mark }, row) => {
    const y = top + row * rowHeight;
    return [
      text(label, { x: edge, y: y + 12, fill: "ink" }),
      text(value, { x: width - edge, y: y + 12, fill: "ink", anchor: "end" }),
      ink(element("rect", { x: edge, y: y + 20, width: wide, height: 8, rx: 2 }), "pressed"),
      ...(from === to ? [] : [ink(element("rect", { x: edge + from * wide, y: y + 20, width: Math.max(2, (to - from) * wide), height: 8, rx: 2 }), fill)]),
      ...(!mark ? [] : [ink(element("rect", { x: edge + mark * wide - 1, y: y + 18, width: 2, height: 12 }), "ink")]),
    ];
  });
}

/** Written down with every look as an attribute; in the page for a moment, for there the colours have values. */
function settled(root: SVGElement): string {
  const place = document.body.appendChild(document.createElement("div"));
  place.className = "on-paper";
  place.append(root);
  try {
    for (const one of [...root.querySelectorAll<SVGElement>("rect, line, polyline, polygon, path, circle, text, tspan")]) {
      const look = getComputedStyle(one);
      const values = (/^t(ext|span)$/.test(one.tagName) ? told.text : told.shape).map((name) => [name, look.getPropertyValue(name)] as const);
      for (const [name, value] of values) if (value !== "" && !(one.tagName === "tspan" && name !== "fill")) one.setAttribute(name, value.replace(/px$/, ""));
      // A colour of nothing is what one points at: it stays, and nobody sees it.
      if (/^(transparent|rgba\(0, 0, 0, 0\))$/.test(one.getAttribute("fill") ?? "")) {
        one.setAttribute("fill", "#ffffff");
        one.setAttribute("fill-opacity", "0");
      }
    }
    for (const one of root.querySelectorAll("[data-says]")) one.prepend(element("title", {}, [one.getAttribute("data-says")!]));
    for (const one of [root, ...root.querySelectorAll("*")]) for (const { name } of [...one.attributes]) if (name === "class" || name === "style" || name.startsWith("data-") || name.startsWith("aria-")) one.removeAttribute(name);
    return new XMLSerializer().serializeToString(root);
  } finally {
    place.remove();
  }
}

/** The same as a PNG, twice as fine. */
export async function pngOf({ svg, width: wide, height: tall }: ReturnType<typeof pictureOf>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [wide * 2, tall * 2];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png"));
}
