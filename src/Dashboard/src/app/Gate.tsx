import { lazy, Suspense, useEffect, useState, type ComponentType } from "react";
import { useQuery } from "@tanstack/react-query";
import { useLapsed, useStanding } from "@/api/may";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import { useLanguage } from "@/i18n/messages";
import { isDoor, leadsThrough, PORTAL, useAddress } from "@/lib/address";
import { followPreferences } from "@/lib/preferences";

/** The product's code, and that of the page which is asked for: shown once both are there. A Suspense that waited for them would show them 0.3 s later, as React does for calm. */
const loadProduct = () =>
  import("./App").then(async ({ default: App, pageIsThere }) => {
    await pageIsThere();
    return App;
  });
/** The same ahead of time; what fails is tried again, and told, when the product is shown. */
const prepareProduct = () => void loadProduct().catch(() => undefined);
const Mails = lazy(() => import("@/features/mail/MailPage"));
const Portal = lazy(() => import("@/features/portal/Portal"));
const Door = lazy(() => import("@/features/identity/door/Door"));
const loadLapsed = () => import("@/features/identity/door/Lapsed");
const Lapsed = lazy(loadLapsed);

let begun: Promise<void> | undefined;
/** Asks once, also under React's strict mode. */
const begin = () => (begun ??= session.start(prepareProduct));

/** Decides what is shown: the product to whom it knows, the door to others. Neither loads the other's code. */
export function Gate() {
  const standing = useStanding();
  const address = useAddress();
  useLanguageOfDocument();
  useEffect(followPreferences, []);
  const [failed, setFailed] = useState<unknown>(null);
  // Who comes into the portal of a client has nothing to do with who is signed in here.
  const portal = address === PORTAL;
  useEffect(() => {
    if (portal) return;
    begin().catch((error: unknown) => {
      begun = undefined;
      setFailed(error);
    });
  }, [portal]);

  if (address === "/dev/mail") return <Suspense fallback={null}><Mails /></Suspense>;
  if (portal) return <Suspense fallback={null}><Portal /></Suspense>;
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

function Product() {
  const [App, setApp] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => void loadProduct().then((loaded) => setApp(() => loaded), setFailed), []);
  if (failed) return <Standing error={failed} />;
  return App && <App />;
}

function Inside({ address }: { address: string }) {
  const me = useQuery(meQuery);
  const lapsed = useLapsed();
  // The pages come while the server says who one is; the cover later, so that it is there when the server is not.
  useEffect(prepareProduct, []);
  useEffect(() => {
    const timer = setTimeout(() => void loadLapsed().catch(() => undefined), 5_000);
    return () => clearTimeout(timer);
  }, []);
  if (me.error && !me.data) return <Standing error={me.error} />;
  if (!me.data) return null;
  const cover = lapsed && (
    <Suspense fallback={<div className="fixed inset-0 z-60 bg-surface" />}>
      <Lapsed email={me.data.person.email} />
    </Suspense>
  );
  if (!me.data.mustEnrolSecondFactor && address !== "/choose" && isDoor(address)) history.replaceState(null, "", "/");
  return (
    <>
      {me.data.mustEnrolSecondFactor || address === "/choose" ? <AtDoor /> : <Product />}
      {cover}
    </>
  );
}

const Unreachable = lazy(() => import("./Unreachable"));
const Standing = ({ error }: { error: unknown }) => (
  <Suspense fallback={null}>
    <Unreachable error={error} />
  </Suspense>
);
