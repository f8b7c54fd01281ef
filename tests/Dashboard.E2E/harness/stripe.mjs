import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { inRepository } from "./product.mjs";
import { until } from "./until.mjs";

const key = "sk_test_fake";
const secret = "whsec_fake";

/**
 * The server of tests/Counterparts that plays Stripe: `settings` are what the product needs to ask it, `call` is its API (a question without a form), `tells` has it
 * tell a product what happens.
 */
export async function startStripe() {
  const child = spawn("node", ["stripe/server.mjs", JSON.stringify({ key, secret, chatty: false })], { cwd: inRepository("tests/Counterparts"), stdio: ["pipe", "pipe", "inherit"] });
  const said = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(JSON.parse(line)));
  const { port } = await until("the server that plays Stripe listens", () => said.find((one) => one.event === "listening"));
  const url = `http://127.0.0.1:${port}`;
  const answered = async (answer) => {
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    settings: { Stripe__SecretKey: key, Stripe__WebhookSecret: secret, Stripe__Address: url, Outgoing__Allow: "127.0.0.1" },
    call: async (path, form) => answered(await fetch(`${url}/v1/${path}`, { method: form ? "POST" : "GET", headers: { Authorization: `Bearer ${key}` }, ...(form ? { body: new URLSearchParams(form) } : {}) })),
    tells: async (product) => answered(await fetch(`${url}/_control/aim`, { method: "POST", body: JSON.stringify({ endpoint: `${product}/api/webhooks/stripe` }) })),
    /** Ends with its input. */
    stop: async () => {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
