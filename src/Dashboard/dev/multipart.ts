/** The parts of a form as browsers send it; enough for one file and a few texts. */
export function partsOf(raw: Buffer, contentType: string): Map<string, { fileName: string | null; content: Buffer }> {
  const parts = new Map<string, { fileName: string | null; content: Buffer }>();
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  if (!boundary) return parts;
  const text = raw.toString("latin1");
  for (const piece of text.split(`--${boundary[1] ?? boundary[2]}`)) {
    const at = piece.indexOf("\r\n\r\n");
    const name = /name="([^"]*)"/.exec(piece.slice(0, at))?.[1];
    if (at < 0 || name === undefined) continue;
    const fileName = /filename="([^"]*)"/.exec(piece.slice(0, at))?.[1] ?? null;
    parts.set(name, { fileName, content: Buffer.from(piece.slice(at + 4, -2), "latin1") });
  }
  return parts;
}
