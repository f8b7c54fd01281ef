import { lazy, Suspense, useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useStanding } from "@/api/may";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import { useLanguage } from "@/i18n/messages";
import { isDoor, leadsThrough, useAddress } from "@/lib/address";
import { followPreferences } from "@/lib/preferences";

const loadApp = () => import("./App");
const App = lazy(loadApp);
const Mails = lazy(() => import("@/features/mail/MailPage"));
const Door = lazy(() => import("@/features/identity/door/Door"));

let begun: Promise<void> | undefined;
/** Asks once, also under React's strict mode. */
const begin = () => (begun ??= session.start(() => void loadApp()));

/** Decides what is shown: the product to whom it knows, the door to others. Neither loads the other's code. */
export function Gate() {
  const standing = useStanding();
  const address = useAddress();
  useLanguageOfDocument();
  useEffect(followPreferences, []);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    begin().catch((error: unknown) => {
      begun = undefined;
      setFailed(error);
    });
  }, []);

  if (address === "/dev/mail") return <Suspense fallback={null}><Mails /></Suspense>;
  if (failed) return <Standing error={failed} />;
  if (standing === "asking") return null;
  if (leadsThrough(address) && standing !== "open") return <AtDoor />;
  return standing === "out" ? <AtDoor /> : standing === "open" ? <Product /> : <Inside address={address} />;
}

function useLanguageOfDocument() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}

const AtDoor = () => (
  <Suspense fallback={null}>
    <Door />
  </Suspense>
);

const Product = () => (
  <Suspense fallback={null}>
    <App />
  </Suspense>
);

function Inside({ address }: { address: string }) {
  const me = useQuery(meQuery);
  // The pages come while the server says who one is.
  useEffect(() => void loadApp(), []);
  if (me.error && !me.data) return <Standing error={me.error} />;
  if (!me.data) return null;
  if (me.data.mustEnrolSecondFactor || address === "/choose") return <AtDoor />;
  if (isDoor(address)) history.replaceState(null, "", "/");
  return <Product />;
}

const Unreachable = lazy(() => import("./Unreachable"));
const Standing = ({ error }: { error: unknown }) => (
  <Suspense fallback={null}>
    <Unreachable error={error} />
  </Suspense>
);
