// Writes src/api/schema.ts from the repository's openapi.json; --check only says whether it would become different.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const description = new URL("../../../openapi.json", import.meta.url);
const schema = new URL("../src/api/schema.ts", import.meta.url);

const code = `// Generated from openapi.json by "npm run types": change the server, not this file.\n\n${astToString(await openapiTS(description, { defaultNonNullable: false, silent: true }))}`;

if (process.argv.includes("--check")) {
  if ((await readFile(schema, "utf8")) !== code) {
    console.error("src/api/schema.ts is not what openapi.json says: run npm run types and commit it.");
    process.exitCode = 1;
  }
} else await writeFile(schema, code);
