import { useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { lateOver } from "@/lib/late";
import { ErrorText } from "@/ui";
import { Enter } from "./Enter";
import { Entrance } from "./Entrance";
import { Inside } from "./Inside";
import { messages } from "./messages";
import { meQuery } from "./queries";
import { SignIn } from "./SignIn";

// Taken when this code comes: a first rendering that React begins anew would not find it any more.
const brought = takeToken();
const Toasts = lateOver(() => import("@/ui/Toasts"));

/** What people of clients see: the way in by mail, and behind it what is asked for, hosted and built for them. It knows nothing of who is signed in to the product. */
export default function Portal() {
  const t = useText(messages);
  const [token, setToken] = useState(brought);
  useEffect(() => {
    const opened = () => setToken(takeToken());
    addEventListener("hashchange", opened);
    return () => removeEventListener("hashchange", opened);
  }, []);
  const me = useQuery({ ...meQuery, enabled: token === "" });
  return (
    <>
      {token ? (
        <Enter token={token} onDone={() => setToken("")} />
      ) : me.data ? (
        <Inside me={me.data} />
      ) : me.data === null ? (
        <SignIn />
      ) : (
        me.error && (
          <Entrance title={t("portal")}>
            <ErrorText error={me.error} onRetry={() => void me.refetch()} />
          </Entrance>
        )
      )}
      <Toasts />
    </>
  );
}

/** The secret of a mailed link, from behind the `#`: no server ever sees it in an address. Taken out of the address bar at once. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, "", location.pathname);
  return token;
}
