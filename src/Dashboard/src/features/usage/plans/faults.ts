import { isProblem } from "@/api/problem";

/** What the server says is wrong with terms, by pointer under them; nothing for any other error. */
export const faultsOf = (error: unknown): ReadonlySet<string> => new Set(isProblem(error, "bad-request") ? (error.body.errors ?? []).map(({ pointer }) => pointer.replace(/^\/terms/, "")) : []);
