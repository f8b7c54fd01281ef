import { meQuery } from "@/api/queries";
import { queryClient } from "@/api/queryClient";
import { session } from "@/api/session";
import type { Tokens } from "@/api/types";
import { goTo, isDoor } from "@/lib/address";

/** Somebody is in: on to the page they wanted, or to the choice of an organisation where there are several and none was meant. */
export async function entered(tokens: Tokens): Promise<void> {
  const wanted = !isDoor(location.pathname) && location.pathname !== "/";
  session.adopt(tokens);
  if (wanted) return;
  const me = await queryClient.fetchQuery(meQuery).catch(() => null);
  goTo(me && me.organisations.length > 1 && !me.mustEnrolSecondFactor ? "/choose" : "/", true);
}
