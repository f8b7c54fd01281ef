import { download } from "@/api/client";

/** A file that is sent, with what was decided about it. */
export function sheetForm(file: File, options: object): FormData {
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("options", JSON.stringify(options));
  return body;
}

/** Saves what cannot be taken of a file, as CSV whatever the file is. */
export const saveRejectedOf = (path: string, file: File, options: object) => download(path, "rejected.csv", { method: "POST", body: sheetForm(file, options) });
