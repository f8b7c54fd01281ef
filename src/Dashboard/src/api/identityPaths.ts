/** The part of the wire that openapi.json does not tell yet, in the shape that `npm run types` will give it. */
import type { Role } from "./types";

type Answers<T> = { responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": T } } } };
type Takes<B> = [B] extends [never] ? { requestBody?: never } : { requestBody: { content: { "application/json": B } } };
/** What an operation answers, and takes as body. */
type Op<T, B = never> = Answers<T> & Takes<B> & { parameters: { query?: never; header?: never; cookie?: never; path?: never } };

export interface SsoPage { issuer: string; clientId: string; domains: string[]; roles: { claim: string; value: string; role: Role }[]; passwordsOff: boolean; redirectUri?: string }

export interface IdentityPaths {
  "/api/auth/sso/start": { post: Op<{ url: string | null }, { email: string }> };
  "/api/tenants/me/sso": { get: Op<SsoPage>; put: Op<SsoPage, Omit<SsoPage, "redirectUri"> & { clientSecret?: string }>; delete: Op<undefined> };
}
