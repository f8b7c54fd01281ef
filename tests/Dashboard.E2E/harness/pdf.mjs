import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program of others reads in a PDF that it finds nothing wrong with; null where there is none such program. */
export function textOf(pdf) {
  if (!existsSync("/usr/bin/qpdf") || !existsSync("/usr/bin/pdftotext")) return null;
  const folder = mkdtempSync(join(tmpdir(), "billing-e2e-pdf-"));
  try {
    writeFileSync(join(folder, "it.pdf"), pdf);
    execFileSync("qpdf", ["--check", join(folder, "it.pdf")], { stdio: "pipe" });
    return execFileSync("pdftotext", ["-layout", join(folder, "it.pdf"), "-"]).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
