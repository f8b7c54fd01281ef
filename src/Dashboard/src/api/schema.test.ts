import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("the types are those of openapi.json", async () => {
  await expect(promisify(execFile)(process.execPath, ["scripts/types.mjs", "--check"])).resolves.toMatchObject({ stderr: "" });
}, 30_000);
