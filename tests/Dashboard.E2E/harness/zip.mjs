import { inflateRawSync } from "node:zlib";

/** The text of a file in a ZIP, such as a sheet of an XLSX; found by the directory at its end, as every program does. */
export function textIn(zip, name) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("This is no ZIP: it has no directory.");
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, named, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    if (zip.subarray(at + 46, at + 46 + named).toString() === name) {
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(from, from + size);
      return (method === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    }
    at += 46 + named + extra + comment;
  }
  throw new Error(`There is no ${name} in this ZIP.`);
}
