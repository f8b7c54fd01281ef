import { beforeEach, expect, test, vi } from "vitest";
import { Session, send, session, type Means } from "./session";
import { Problem } from "./problem";

const organisation = { id: "a", slug: "larkspur", name: "Larkspur" };
const tokens = (text: string, expiresIn = 1800, of = organisation) => ({ accessToken: text, refreshToken: null, tokenType: "Bearer", expiresIn, organisation: of });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": status < 400 ? "application/json" : "application/problem+json" } });
const refused = (code: string, status = 401) => json({ code, status }, status);

/** Tabs of one browser: one lock, one channel, one server. */
function browser(answer: (path: string) => Response | Promise<Response>) {
  let queue: Promise<unknown> = Promise.resolve();
  const listeners: ((news: never) => void)[] = [];
  const asked: string[] = [];
  const left: (string | null)[] = [];
  const clock = { now: 0 };
  const tab = () => {
    const own: { listener?: (news: never) => void } = {};
    const means: Means = {
      fetch: async (request) => {
        asked.push(new URL(request.url).pathname);
        return answer(new URL(request.url).pathname);
      },
      alone: (act) => {
        const next = queue.then(act);
        queue = next.catch(() => undefined);
        return next;
      },
      tell: (news) => listeners.filter((one) => one !== own.listener).forEach((one) => one(news as never)),
      hear: (listener) => listeners.push((own.listener = listener as never)),
      now: () => clock.now,
      pause: () => Promise.resolve(),
      leave: (to) => left.push(to),
    };
    return new Session(means);
  };
  return { tab, asked, left, clock };
}
const setup = { state: "open", returning: true };
const answers = (refresh: () => Response) => (path: string) => (path.endsWith("setup") ? json(setup) : path.endsWith("refresh") ? refresh() : new Response(null, { status: 204 }));

test("the cookie brings one back in; without one the door is shown, without asking for a token in vain", async () => {
  const there = browser(answers(() => json(tokens("one"))));
  const tab = there.tab();
  await tab.start();
  expect([tab.standing, await tab.bearer(), tab.organisation]).toEqual(["in", "one", organisation]);

  const stranger = browser((path) => (path.endsWith("setup") ? json({ ...setup, returning: false }) : refused("sign-in-first")));
  const door = stranger.tab();
  await door.start();
  expect([door.standing, stranger.asked]).toEqual(["out", ["/api/auth/setup"]]);
});

test("a server that asks nobody is used as it is", async () => {
  const tab = browser((path) => (path.endsWith("setup") ? new Response(null, { status: 404 }) : refused("x"))).tab();
  await tab.start();
  expect([tab.standing, await tab.bearer()]).toEqual(["open", null]);
});

test("a token is replaced a minute before it ends, once for all who wait", async () => {
  let given = 0;
  const there = browser(answers(() => json(tokens(`t${++given}`))));
  const tab = there.tab();
  await tab.start();
  there.clock.now = 1_741_000;
  expect(await Promise.all([tab.bearer(), tab.bearer(), tab.bearer()])).toEqual(["t2", "t2", "t2"]);
  expect(given).toBe(2);
});

test("tabs share what one of them brought", async () => {
  let given = 0;
  const there = browser(answers(() => json(tokens(`t${++given}`))));
  const [left, right] = [there.tab(), there.tab()];
  await left.start();
  await right.start();
  there.clock.now = 1_790_000;
  expect(await Promise.all([left.bearer(), right.bearer()])).toEqual(["t3", "t3"]);
  expect(given).toBe(3);
});

test("a lost race is run again with the cookie of the winner; a refused session keeps the page, and what waited goes on when its person is back", async () => {
  const codes = ["refresh-token-spent"];
  const there = browser((path) => (path.endsWith("login") ? json(tokens("back")) : answers(() => (codes.length > 0 ? refused(codes.pop()!) : json(tokens("won"))))(path)));
  const [tab, other] = [there.tab(), there.tab()];
  await tab.start();
  await other.start();
  expect(await tab.bearer()).toBe("won");
  codes.push("refresh-token-reused");
  there.clock.now = 1_790_000;
  const waits = [tab.bearer(), tab.bearer()];
  await vi.waitFor(() => expect(tab.lapsed).toBe(true));
  expect([other.lapsed, there.left]).toEqual([false, []]);
  await tab.comeBack({ email: "robin@larkspur.example.test", password: "quiet harbour lantern" });
  expect(await Promise.all(waits)).toEqual(["back", "back"]);
  expect([tab.lapsed, await other.bearer(), there.left]).toEqual([false, "back", []]);
});

test("another person's token, brought by another tab, sends nothing that waited", async () => {
  const of = (person: string) => tokens(`h.${btoa(JSON.stringify({ sub: person }))}.s`);
  let held = true;
  const there = browser(answers(() => (held ? json(of("ann")) : refused("refresh-token-reused"))));
  const [tab, other] = [there.tab(), there.tab()];
  await tab.start();
  held = false;
  there.clock.now = 1_790_000;
  const sent = vi.fn();
  void tab.bearer().then(sent);
  await vi.waitFor(() => expect(tab.lapsed).toBe(true));
  other.adopt(of("ben"));
  await Promise.resolve();
  expect([there.left, sent.mock.calls, tab.lapsed]).toEqual([["/"], [], true]);
});

test("a server that does not answer signs nobody out", async () => {
  let down = false;
  const there = browser(answers(() => (down ? refused("unavailable", 503) : json(tokens("one")))));
  const tab = there.tab();
  await tab.start();
  down = true;
  there.clock.now = 1_790_000;
  await expect(tab.bearer()).rejects.toBeInstanceOf(Problem);
  expect([tab.standing, there.left]).toEqual(["in", []]);
});

test("signing out closes every tab; signing in opens those at the door; another organisation begins anew", async () => {
  const there = browser(answers(() => json(tokens("one"))));
  const [one, two] = [there.tab(), there.tab()];
  await one.start();
  await two.start();
  await one.signOut();
  expect(there.left).toEqual(["/sign-in", "/sign-in"]);

  const atDoor = browser((path) => (path.endsWith("setup") ? json({ ...setup, returning: false }) : json({})));
  const [here, elsewhere] = [atDoor.tab(), atDoor.tab()];
  await here.start();
  await elsewhere.start();
  here.adopt(tokens("in"));
  expect([elsewhere.standing, await elsewhere.bearer()]).toEqual(["in", "in"]);
  await here.goOver(tokens("other", 1800, { ...organisation, id: "b" }));
  expect(atDoor.left).toEqual(["/", "/"]);
});

beforeEach(() => vi.restoreAllMocks());

test("a request carries the token, and is sent once more when the token was refused", async () => {
  const sent: (string | null)[] = [];
  const bodies: string[] = [];
  vi.spyOn(session, "bearer").mockResolvedValueOnce("old").mockResolvedValueOnce("new");
  const refresh = vi.spyOn(session, "refresh").mockResolvedValue(true);
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push(request.headers.get("Authorization"));
    bodies.push(await request.text());
    return sent.length === 1 ? refused("sign-in-first") : json({});
  });
  const answer = await send(new Request("http://localhost/api/x", { method: "POST", body: "kept" }));
  expect([answer.status, sent, bodies]).toEqual([200, ["Bearer old", "Bearer new"], ["kept", "kept"]]);
  expect(refresh).toHaveBeenCalledWith("old");
});

test("a wrong password is no lost session", async () => {
  const refresh = vi.spyOn(session, "refresh");
  vi.stubGlobal("fetch", () => Promise.resolve(refused("wrong-credentials")));
  expect((await send(new Request("http://localhost/api/auth/login", { method: "POST", body: "{}" }))).status).toBe(401);
  expect(refresh).not.toHaveBeenCalled();
});
