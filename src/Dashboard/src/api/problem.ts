import { refusalText } from "@/i18n/refusals";
import type { ProblemBody } from "./types";

/** What the server refused, or that it could not be reached (`status` 0, code `unreachable`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;
  /** Seconds after which it makes sense to try again; null when the server did not say. */
  readonly retryAfter: number | null;

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    const code = codeOf(body) ?? `http-${status}`;
    super(sentenceOf(body) ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** What is wrong with one field: `fieldError("billed")` finds `/billed` and `/items/0/billed`. */
  fieldError(field: string, item?: number): string | undefined {
    return this.body.errors?.find(({ pointer }) => pointer === (item === undefined ? `/${field}` : `/items/${item}/${field}`))?.detail;
  }

  /** 409: the object as it is now. */
  current<T>(): T | undefined {
    return this.status === 409 ? (this.body.current as T | undefined) : undefined;
  }
}

const codeOf = (body: ProblemBody) => body.code ?? body.type?.split(":").at(-1);

/** What a problem says, in the language in use; in the server's where there is no text for its code. */
export function sentenceOf(body: ProblemBody): string | undefined {
  const code = codeOf(body);
  return (code && refusalText(code, body)) ?? body.detail ?? body.title;
}

export const isProblem = (error: unknown, code?: string): error is Problem => error instanceof Problem && (code === undefined || error.code === code);

/** Reads problem+json; anything else (a proxy's page) becomes a problem with the status alone. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("content-type") ?? "";
  const body = type.includes("json") ? await response.json().catch(() => ({})) : {};
  const wait = Number(response.headers.get("retry-after"));
  return new Problem(response.status, body as ProblemBody, wait > 0 ? wait : null);
}

export const unreachable = (cause: unknown) => new Problem(0, { code: "unreachable", detail: cause instanceof Error ? cause.message : String(cause) });
