import { once } from "node:events";
import { createServer } from "node:http";

const key = "sk-admin-of-this-test-0123456789";
const day = 86_400;

/**
 * A server that answers like OpenAI's reports of an organisation: costs and completions of the last two days, nothing else. `settings` are what the product
 * needs to ask it, `key` opens it; any other is refused as OpenAI does.
 */
export async function startAiProvider() {
  const today = Math.floor(Date.now() / 1000 / day) * day;
  const reports = {
    "/v1/organization/costs": [
      { object: "organization.costs.result", amount: { value: 0.625, currency: "usd" }, line_item: "gpt-5-2025-08-07, input", project_id: "proj_a", api_key_id: null, quantity: 500_000, quantity_unit: "tokens" },
      { object: "organization.costs.result", amount: { value: 0.9, currency: "usd" }, line_item: "gpt-5-2025-08-07, output", project_id: "proj_a", api_key_id: null, quantity: 90_000, quantity_unit: "tokens" },
    ],
    "/v1/organization/usage/completions": [
      { object: "organization.usage.completions.result", input_tokens: 1_200_000, input_cached_tokens: 700_000, input_cache_write_tokens: 0, output_tokens: 90_000, num_model_requests: 310, project_id: "proj_a", user_id: null, api_key_id: "key_a", model: "gpt-5-2025-08-07", batch: false, service_tier: "default" },
    ],
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://provider.example.test");
    const answer = (status, body) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${key}`) return answer(401, { error: { message: "Incorrect API key provided.", type: "invalid_request_error", code: "invalid_api_key" } });
    const [from, until] = ["start_time", "end_time"].map((name) => Number(searchParams.get(name)));
    const starts = [today - day, today].filter((start) => start >= from && start < until);
    answer(200, { object: "page", data: starts.map((start) => ({ object: "bucket", start_time: start, end_time: start + day, results: reports[pathname] ?? [] })), has_more: false, next_page: null });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    key,
    settings: { AiCosts__Providers__OpenAI__BaseUrl: `http://127.0.0.1:${server.address().port}`, Egress__AllowedNetworks: "127.0.0.0/8" },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
