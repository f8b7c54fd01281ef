import { download } from "@/api/client";
import type { ImportOptions } from "@/api/types";
import { bodyOf } from "./wizard";

/** Saves the rejected lines alone, each with its reason. */
export const downloadRejected = (file: File, options: ImportOptions): Promise<void> =>
  download("/api/facilities/import/rejected", file.name.replace(/(\.\w+)?$/, "-rejected.csv"), { method: "POST", body: bodyOf(file, options) });
