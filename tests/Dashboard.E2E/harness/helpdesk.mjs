import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { inRepository } from "./product.mjs";

const recorded = (name) => JSON.parse(readFileSync(inRepository(`tests/Support.Tests/Data/fluent/${name}.json`), "utf8"));
const user = "billing";
const password = "abcd EFGH ijkl MNOP qrst UVWX";
const key = "twenty-key-of-this-test-0123456789";

/**
 * Systems outside, on loopback: at `desk` a site with Fluent Support, by the answers that were recorded; at `crm` a workspace of Twenty that holds nothing yet. `settings` are what the product needs
 * to ask them, `user`, `password` and `key` open them. Tickets may be changed between passes, and `answer` put before everything else.
 */
export async function startHelpDesk() {
  const site = { user, password, key, tickets: [1, 2, 3].flatMap((page) => recorded(`a-tickets-page${page}`).tickets.data), answer: null, asked: [] };
  const right = { desk: `Basic ${Buffer.from(`${user}:${password.replaceAll(" ", "")}`).toString("base64")}`, crm: `Bearer ${key}` };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://desk.example.test");
    site.asked.push(request.url);
    const answer = (status, body) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    const before = site.answer?.(pathname);
    if (before) return answer(before.status, before.body);
    if (pathname.startsWith("/crm/rest/")) {
      if (request.headers.authorization !== right.crm) return answer(401, { statusCode: 401, error: "UnauthorizedException", messages: ["Token invalid."] });
      return answer(200, { data: { [pathname.split("/").at(-1)]: [] }, totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
    }
    const path = /^\/desk\/wp-json(\/.*)$/.exec(pathname)?.[1];
    if (path === undefined) return response.writeHead(404, { "Content-Type": "text/html" }).end("<html>not here</html>");
    if (path === "/") return answer(200, recorded("z-root-index"));
    if (request.headers.authorization !== right.desk) return answer(401, recorded("z-401-wrong-application-password"));
    if (path === "/fluent-support/v2/me") return answer(200, { user_id: 1, permissions: ["fst_manage_own_tickets"] });
    if (path === "/fluent-support/v2/tickets") {
      const mailbox = searchParams.get("filters[mailbox_id]");
      const data = site.tickets.filter((one) => mailbox === null || String(one.mailbox_id) === mailbox);
      return answer(200, { tickets: { current_page: 1, last_page: 1, per_page: 100, total: data.length, data } });
    }
    const one = site.tickets.find(({ id }) => path === `/fluent-support/v2/tickets/${id}`);
    return one ? answer(200, { ticket: one, responses: [] }) : answer(404, { code: "not_found" });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(site, {
    desk: `${address}/desk`,
    crm: `${address}/crm`,
    settings: { Egress__AllowedNetworks: "127.0.0.0/8" },
    stop: () => new Promise((resolve) => server.close(resolve)),
  });
}
