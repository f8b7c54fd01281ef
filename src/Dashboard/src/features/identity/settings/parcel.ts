import { api, ask } from "@/api/client";
import { isSlug, slugOf } from "@/lib/habits";
import { watched } from "@/lib/watched";

/** What the server reads at most. */
export const LARGEST = 4 * 1024 * 1024 * 1024;

/** How far taking out or in has come; nothing where it begins or ends. */
export type Move = Awaited<ReturnType<typeof move>> | null;
const move = (id: string) => ask(api.GET("/api/tenants/moves/{id}", { params: { path: { id } } }));

/** Takes an organisation out or in under an id, and tells meanwhile how far that has come. */
export function moving<T>(act: (run: string) => Promise<T>, told: (seen: Move) => void): Promise<T> {
  const id = crypto.randomUUID();
  told(null);
  return watched(() => act(id), () => move(id), told);
}

/** A short name to begin with for the organisation in a file: that of the file, with a number where one's own organisations have it. */
export function slugOfFile(fileName: string, taken: readonly string[]): string {
  const name = slugOf(fileName.replace(/\.tar$/i, "").replace(/ ?\(\d+\)$/, ""));
  if (!isSlug(name)) return "";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? name : `${name.slice(0, 96)}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}
