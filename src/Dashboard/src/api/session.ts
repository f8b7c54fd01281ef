import type { OrganisationName, Setup, Tokens } from "./types";
import { isProblem, problemOf, unreachable } from "./problem";

/** `asking`: not known yet. `open`: this server asks nobody who they are. */
export type Standing = "asking" | "open" | "in" | "out";

/** What tabs tell each other. */
type News = { kind: "token"; token: Token; organisation: OrganisationName } | { kind: "out" };
interface Token {
  text: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** The outside world of a session, so that tests bring their own. */
export interface Means {
  fetch: (request: Request) => Promise<Response>;
  /** One at a time over all tabs. */
  alone: <T>(act: () => Promise<T>) => Promise<T>;
  tell: (news: News) => void;
  hear: (listener: (news: News) => void) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
  /** Leaves the page and all it holds in memory. `null`: comes back to the same address. */
  leave: (to: string | null) => void;
}

/** A token with less to live is replaced before it is used. */
const EARLY = 60_000;

/**
 * Who is signed in in this browser. The access token lives in this object and nowhere else; the refresh token in a cookie that no script can
 * read. One refresh runs at a time over all tabs; what it brings, all tabs share. Signing out in one tab ends it in all.
 */
export class Session {
  standing: Standing = "asking";
  setup: Setup | null = null;
  organisation: OrganisationName | null = null;
  /** Signed in until a moment ago: what is on screen is kept, covered, and every request waits until the same person is back. */
  lapsed = false;
  private person: string | null = null;
  private waiting: (() => void)[] = [];
  private token: Token | null = null;
  private going: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly means: Means;

  constructor(means: Means) {
    this.means = means;
    means.hear((news) => this.heard(news));
  }

  /** Finds out how one stands: signed in by the cookie, at the door, or with a server that asks nobody. `comingIn` is told early that one will be let in, as far as that can be known. */
  async start(comingIn?: () => void): Promise<void> {
    this.setup = await this.readSetup();
    if (!this.setup || this.setup.returning) comingIn?.();
    if (!this.setup) return this.become("open");
    if (this.setup.state === "first" || this.setup.returning === false || !(await this.refresh())) this.become("out");
  }

  /** The token to send; null where none is needed or there is none. */
  async bearer(): Promise<string | null> {
    if (this.standing !== "in") return null;
    if (!this.lapsed && !this.fresh()) await this.refresh();
    if (this.lapsed) await new Promise<void>((resume) => this.waiting.push(resume));
    return this.token?.text ?? null;
  }

  /** Another token than the one refused. False: nobody is signed in any more. Throws when the server cannot be asked. */
  refresh(refused?: string): Promise<boolean> {
    this.going ??= this.means.alone(() => this.replace(refused)).finally(() => (this.going = null));
    return this.going;
  }

  /** Somebody came in by this tab. */
  adopt({ accessToken, expiresIn, organisation }: Tokens): void {
    const token = { text: accessToken, until: this.means.now() + expiresIn * 1000 };
    this.take(token, organisation);
    this.means.tell({ kind: "token", token, organisation });
  }

  /** The same person once more, into the organisation they were in: what waited goes on. Throws what the server refuses. */
  async comeBack(proof: { email: string; password: string; code?: string }): Promise<void> {
    const answer = await this.post("/api/auth/login", { ...proof, ...(this.organisation ? { organisation: this.organisation.slug } : {}) });
    if (!answer.ok) throw await problemOf(answer);
    this.adopt((await answer.json()) as Tokens);
  }

  /** Gives up what is on screen: the door is shown, and leads back to the same address. */
  giveUp(): void {
    this.means.leave(null);
  }

  /** Signs out here and in every tab; `everywhere` on every device. */
  async signOut(everywhere = false): Promise<void> {
    const answer = await this.post(everywhere ? "/api/auth/logout-all" : "/api/auth/logout", everywhere ? undefined : {}, await this.bearer());
    if (!answer.ok && answer.status !== 401) throw await problemOf(answer);
    this.means.tell({ kind: "out" });
    this.means.leave("/sign-in");
  }

  /** This person is out already: they did what ended the session. */
  ended(to: string | null = null): void {
    if (this.standing !== "in" && this.standing !== "open") return;
    this.token = null;
    this.means.tell({ kind: "out" });
    this.means.leave(to);
  }

  /** Goes over to another organisation: everything begins anew there. */
  async goOver(tokens: Tokens, to = "/"): Promise<void> {
    const token = { text: tokens.accessToken, until: this.means.now() + tokens.expiresIn * 1000 };
    this.means.tell({ kind: "token", token, organisation: tokens.organisation });
    this.means.leave(to);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private fresh = () => this.token !== null && this.token.until - this.means.now() > EARLY;

  private become(standing: Standing): void {
    this.standing = standing;
    for (const listener of this.listeners) listener();
  }

  private take(token: Token, organisation: OrganisationName): void {
    // What is on screen belongs to one person in one organisation: another begins with an empty page.
    const person = personOf(token.text);
    if (this.organisation && (this.organisation.id !== organisation.id || this.person !== person)) return this.means.leave("/");
    this.token = token;
    this.organisation = organisation;
    this.person = person;
    const back = this.lapsed;
    this.lapsed = false;
    if (this.standing !== "in" || back) this.become("in");
    for (const resume of this.waiting.splice(0)) resume();
  }

  private lapse(): void {
    this.token = null;
    this.lapsed = true;
    this.become("in");
  }

  private heard(news: News): void {
    if (this.standing === "asking" || this.standing === "open") return;
    if (news.kind === "token") this.take(news.token, news.organisation);
    else if (this.standing === "in") {
      this.token = null;
      this.means.leave("/sign-in");
    }
  }

  private async replace(refused: string | undefined, again = true): Promise<boolean> {
    // Another tab may have brought one while this one waited.
    if (this.fresh() && this.token!.text !== refused) return true;
    const answer = await this.post("/api/auth/refresh", {});
    if (answer.ok) {
      this.adopt((await answer.json()) as Tokens);
      return true;
    }
    const problem = await problemOf(answer);
    // A page that is gone meanwhile was faster; its cookie is about to come.
    if (isProblem(problem, "refresh-token-spent") && again) {
      await this.means.pause(250);
      return this.replace(refused, false);
    }
    if (answer.status !== 401) throw problem;
    if (this.standing === "in") this.lapse();
    return false;
  }

  private async readSetup(): Promise<Setup | null> {
    const answer = await this.means.fetch(new Request(new URL("/api/auth/setup", location.origin), { headers: { Accept: "application/json" } })).catch((error: unknown) => Promise.reject(unreachable(error)));
    if (answer.status === 404) return null;
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as Setup;
  }

  // Kept alive: what rotates the cookie must bring it, also when the page goes away meanwhile.
  private post(path: string, body: object | undefined, bearer: string | null = null): Promise<Response> {
    const headers = { Accept: "application/json", "X-Billing-Client": "browser", ...(body ? { "Content-Type": "application/json" } : {}), ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}) };
    return this.means.fetch(new Request(new URL(path, location.origin), { method: "POST", headers, keepalive: true, ...(body ? { body: JSON.stringify(body) } : {}) })).catch((error: unknown) => Promise.reject(unreachable(error)));
  }
}

/** Whose token it is, as it says itself; whether that is true, the server judges. */
function personOf(token: string): string | null {
  try {
    return (JSON.parse(atob(token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/"))) as { sub?: string }).sub ?? null;
  } catch {
    return null;
  }
}

/** The browser's own: a lock over all tabs, and a channel between them. Without them (an address that is not secure) a tab stands alone. */
function browserMeans(): Means {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("billing.session");
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  return {
    fetch: (request) => fetch(request),
    alone: (act) => (locks ? (locks.request("billing.session", act) as ReturnType<typeof act>) : act()),
    tell: (news) => channel?.postMessage(news),
    hear: (listener) => channel?.addEventListener("message", ({ data }) => listener(data as News)),
    now: () => Date.now(),
    pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    leave: (to) => (to === null ? location.reload() : location.assign(to)),
  };
}

export const session = new Session(browserMeans());

/** Sends a request as the person who is signed in. A token that is refused is replaced once. */
export async function send(request: Request): Promise<Response> {
  request.headers.set("X-Billing-Client", "browser");
  const token = await session.bearer();
  const again = token ? request.clone() : null;
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  const answer = await fetch(request);
  if (answer.status !== 401 || (await problemOf(answer.clone())).code !== "sign-in-first") return answer;
  // The server began to ask who one is while this page was open.
  if (session.standing === "open") session.ended();
  if (!again) return answer;
  await session.refresh(token!);
  const next = await session.bearer();
  if (!next) return answer;
  again.headers.set("Authorization", `Bearer ${next}`);
  return fetch(again);
}
