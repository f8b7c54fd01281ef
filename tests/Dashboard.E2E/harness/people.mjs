import { apiOf } from "./api.mjs";
import { until } from "./until.mjs";

/** Everybody's in these tests: long enough, and nobody's name. */
export const password = "quiet harbour lantern";

/** Founds the organisation of a test and answers its owner, with an access token for the API. Their address is verified, as it is for most. */
export async function found(url, { organisation = "My organisation", slug = "my-organisation", email = "robin@larkspur.example.test", firstName = "Robin", lastName = "Example" } = {}) {
  const { accessToken } = await apiOf(url).post("/api/auth/register", { organisation, slug, email, password, firstName, lastName, currency: "USD", timeZone: "UTC", locale: "en-US" });
  // Without a mail nobody can verify; the pages then say so, and work all the same.
  const token = await linkTo(url, "/verify", email, 5_000).catch(() => null);
  if (token) await apiOf(url).post("/api/auth/email/verify", { token });
  return { email, password, token: accessToken };
}

/** The secret of the newest mailed link to a page of the dashboard, from the mails that a development machine shows. */
export async function linkTo(url, page, email, limit) {
  const mail = await until(`a mail to ${email} leads to ${page}`, async () => (await apiOf(url).get("/api/dev/mails")).items.find((one) => one.to === email && one.links.some((link) => link.includes(`${page}#`))), limit);
  return decodeURIComponent(mail.links.find((link) => link.includes(`${page}#`)).split("#")[1]);
}

/** Somebody who was invited and came, in a role. */
export async function join(story, role, { email, firstName = "Sam", lastName = "Example" }) {
  await story.api.post("/api/users/invitations", { email, role });
  const token = await linkTo(story.product.url, "/invitation", email);
  const { accessToken } = await apiOf(story.product.url).post("/api/auth/invitations/accept", { token, password, firstName, lastName });
  return { email, password, token: accessToken };
}

/** A browser gets the refresh cookie that its person's sign-in brings: the next page it opens is signed in. */
export async function signIn(context, { email, password }) {
  const answer = await context.request.post("/api/auth/login", { data: { email, password }, headers: { "X-Billing-Client": "browser" } });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

/** Whether the refresh cookie of a browser still opens the door. */
export async function stillSignedIn(context) {
  return (await context.request.post("/api/auth/refresh", { headers: { "X-Billing-Client": "browser" } })).ok();
}
