import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { inRepository } from "./product.mjs";
import { until } from "./until.mjs";

/**
 * A real mail server on loopback, of tests/Counterparts: `settings` are what the product needs to use it, `port` where it listens, `mails` what it took. The first part of an
 * address says how it is met: `nobody@…` is refused for good.
 */
export async function startMailServer() {
  const folder = inRepository("tests/Counterparts");
  if (!existsSync(`${folder}/node_modules`)) throw new Error("The packages of tests/Counterparts are missing: ./dev test browser fetches them, or npm ci there.");
  const child = spawn("node", ["smtp.mjs", "{}"], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const said = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(JSON.parse(line)));
  const { port } = await until("the mail server listens", () => said.find((one) => one.event === "listening"));
  return {
    port,
    settings: { Mail__Smtp: `smtp://127.0.0.1:${port}`, Mail__From: "Billing <billing@example.test>" },
    mails: (to) => said.filter((one) => one.event === "mail" && (!to || one.readers.includes(to))),
    /** Ends with its input. */
    stop: async () => {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}

/** The bytes of a file that came with a mail, as they went over the wire. */
export function attachedIn(mail, type) {
  const part = new RegExp(`content-type: ${type.replace("/", "\\/")}[^]*?\\r?\\n\\r?\\n([A-Za-z0-9+/=\\s]+?)\\r?\\n--`, "i").exec(mail.raw);
  if (!part) throw new Error(`There is no ${type} in the mail ${mail.subject}.`);
  return Buffer.from(part[1], "base64");
}
