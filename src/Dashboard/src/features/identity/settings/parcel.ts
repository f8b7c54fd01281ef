import { isSlug, slugOf } from "@/lib/habits";

/** What the server reads at most. */
export const LARGEST = 20 * 1024 * 1024;

/** A short name to begin with for the organisation in a file: that of the file, with a number where one's own organisations have it. */
export function slugOfFile(fileName: string, taken: readonly string[]): string {
  const name = slugOf(fileName.replace(/\.zip$/i, "").replace(/ ?\(\d+\)$/, ""));
  if (!isSlug(name)) return "";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? name : `${name.slice(0, 96)}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}
