import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** Saves a chart by the keyboard alone, as a file of an ending. */
async function saved(page, button, ending) {
  await button.focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: ending.toUpperCase(), exact: true });
  await item.waitFor();
  const waiting = page.waitForEvent("download");
  await item.press("Enter");
  const file = await waiting;
  assert.match(file.suggestedFilename(), new RegExp(`^[\\w-]+-\\d{4}-\\d{2}-\\d{2}\\.${ending}$`));
  return readFileSync(await file.path());
}

/**
 * Saves a chart as SVG and as PNG and looks at both: the SVG parses, stands alone and is light; the PNG is twice as large and has more than one colour.
 * Answers the words in the SVG, and how many colours there are in the PNG.
 */
export async function pictures(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  const [svg, png] = [await saved(page, button, "svg"), await saved(page, button, "png")];
  const drawn = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const all = [root, ...root.querySelectorAll("*")];
    return {
      kind: `${root.nodeName} ${root.namespaceURI}`,
      size: ["width", "height"].map((side) => Number(root.getAttribute(side))),
      words: [...root.querySelectorAll("text")].map((one) => one.textContent),
      title: root.querySelector(":scope > title")?.textContent,
      ground: root.querySelector(":scope > rect")?.getAttribute("fill"),
      outside: all.flatMap((one) => [...one.attributes]).filter((one) => ["class", "style", "href"].includes(one.localName) || /var\(|url\(/.test(one.value)).map((one) => one.name),
      shapes: root.querySelectorAll("rect, line, polyline, polygon").length,
    };
  }, svg.toString("utf8"));
  assert.equal(drawn.kind, "svg http://www.w3.org/2000/svg");
  assert.deepEqual(drawn.outside, [], "nothing of the SVG comes from outside");
  assert.match(drawn.ground, /^(#ffffff|white|rgb\(255, 255, 255\))$/, "it is light, whatever the theme");
  assert.ok(drawn.shapes > 2 && drawn.words[0] === drawn.title && drawn.words.length > 3, JSON.stringify(drawn));
  const seen = await page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    const colours = new Set(new Uint32Array(canvas.getImageData(0, 0, picture.width, picture.height).data.buffer));
    return { size: [picture.width, picture.height], colours: colours.size };
  }, png.toString("base64"));
  assert.deepEqual(seen.size, drawn.size.map((side) => side * 2));
  assert.ok(seen.colours > 8, `the PNG has ${seen.colours} colours`);
  return { words: drawn.words, colours: seen.colours, svg, png };
}
