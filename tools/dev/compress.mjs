// Lays a .br and a .gz beside every text file of a folder, so that the server never compresses them again.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const texts = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest"]);
const folder = process.argv[2];

for (const name of readdirSync(folder, { recursive: true })) {
  const file = join(folder, name);
  if (!texts.has(extname(file)) || !statSync(file).isFile() || statSync(file).size < 1024) continue;
  const content = readFileSync(file);
  // The highest level costs seconds a megabyte; big files are rarely the first page.
  const quality = content.length > 400_000 ? 9 : 11;
  writeFileSync(file + ".br", brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  writeFileSync(file + ".gz", gzipSync(content, { level: 9 }));
}
