import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./until.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = join(root, "src/Host/bin/Release/ready/billing.dll");
const prefix = "billing-e2e-";
/** In memory, where the system has room for that: an empty database is a thousand files. */
const place = existsSync("/dev/shm") && statfsSync("/dev/shm").bavail * statfsSync("/dev/shm").bsize > 4 * 2 ** 30 ? "/dev/shm" : tmpdir();
const dashboard = join(root, "src/Dashboard/dist");

/** Where screenshots and logs of a run are kept. */
export const artifacts = join(root, "artifacts/e2e");

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** A path inside the repository. */
export const inRepository = (path) => join(root, path);

/**
 * Starts the built product on an empty database of its own and on a free port of loopback.
 * BILLING_E2E_PORTS ("5300-5319") limits the choice of ports.
 */
export async function startProduct(settings = {}) {
  for (const [path, how] of [[program, "./dev build"], [join(dashboard, "index.html"), "./dev build"]]) if (!existsSync(path)) throw new Error(`${path} is missing: run ${how} first.`);
  mkdirSync(artifacts, { recursive: true });
  sweep();
  const data = mkdtempSync(join(place, `${prefix}${process.pid}-`));
  // Postgres of a root account runs as somebody else, who must get in.
  chmodSync(data, 0o755);
  const port = await freePort();
  const said = [];
  const child = spawn("dotnet", [program, "serve"], {
    // The product finds the Postgres programs from the repository's folder.
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    // It lives for a minute: what the runtime learns of it by counting would pay later.
    env: { ...process.env, DOTNET_TieredPGO: "0", DOTNET_TC_CallCounting: "0", ConnectionStrings__Billing: "", Data__Directory: join(data, "data"), PORT: String(port), Dashboard__Folder: dashboard, Logging__Console__FormatterName: "simple", Organisation__TimeZone: "UTC", ...settings },
  });
  child.stdout.on("data", (text) => said.push(text));
  child.stderr.on("data", (text) => said.push(text));
  const log = () => Buffer.concat(said).toString();
  const ended = once(child, "exit");
  // Whoever ends the test ends the product: nothing stays behind.
  const endProduct = () => child.kill("SIGTERM");
  process.once("exit", endProduct);
  const url = `http://localhost:${port}`;

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await Promise.race([ended, until("the product has stopped", () => child.exitCode !== null || child.signalCode !== null, 30_000).catch(() => child.kill("SIGKILL"))]);
    }
    process.off("exit", endProduct);
    writeFileSync(join(artifacts, `product-${port}.log`), log());
    let elsewhere;
    try {
      elsewhere = readlinkSync(join(data, "data/elsewhere"));
    } catch {
      // The data lie where they were asked to.
    }
    for (const folder of [elsewhere, data]) if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until("the product is ready", async () => {
      if (child.exitCode !== null) throw Object.assign(new Error(`The product ended with ${child.exitCode}:\n${log()}`), { final: true });
      return (await fetch(`${url}/health/ready`).catch(() => null))?.ok;
    }, 90_000);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log().slice(-2_000)}`);
  }
  return { url, stop };
}

/** Names the address of a product that several files use, each as an organisation of its own. */
export const sharedProduct = "BILLING_E2E_PRODUCT";

/** That product; whoever started it stops it. */
export const joinProduct = (url) => ({ url, stop: async () => undefined });

/** Takes away the data of runs that were killed. */
function sweep() {
  for (const folder of new Set([place, tmpdir()]))
    for (const name of readdirSync(folder).filter((one) => one.startsWith(prefix))) {
      try {
        process.kill(Number(name.slice(prefix.length).split("-")[0]), 0);
      } catch (error) {
        if (error.code === "ESRCH") rmSync(join(folder, name), { recursive: true, force: true });
      }
    }
}

async function freePort() {
  const [from, to] = (process.env.BILLING_E2E_PORTS ?? "0-0").split("-").map(Number);
  for (let port = from; port <= to; port++) {
    const found = await listen(port);
    if (found) return found;
  }
  throw new Error(`Every port from ${from} to ${to} is taken.`);
}

const listen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
