import { lazy, Suspense } from "react";
import { useMe, useStanding } from "@/api/may";
import { session } from "@/api/session";
import { useAddress } from "@/lib/address";
import { SignIn } from "./SignIn";

const Register = lazy(() => import("./Register").then((page) => ({ default: page.Register })));
const Forgot = lazy(() => import("./Forgot").then((page) => ({ default: page.Forgot })));
const Reset = lazy(() => import("./Reset").then((page) => ({ default: page.Reset })));
const Verify = lazy(() => import("./Verify").then((page) => ({ default: page.Verify })));
const Invitation = lazy(() => import("./Invitation").then((page) => ({ default: page.Invitation })));
const Choose = lazy(() => import("./Choose").then((page) => ({ default: page.Choose })));
const MustEnrol = lazy(() => import("./MustEnrol").then((page) => ({ default: page.MustEnrol })));

/** The pages for whom the product does not know (yet). Any other address shows the sign-in and is there again afterwards. */
export default function Door() {
  return (
    <Suspense fallback={null}>
      <Page path={useAddress()} />
    </Suspense>
  );
}

function Page({ path }: { path: string }) {
  const me = useMe();
  const standing = useStanding();
  if (path === "/reset") return <Reset />;
  if (path === "/verify") return <Verify />;
  if (path === "/invitation") return <Invitation />;
  if (standing === "in") return me?.mustEnrolSecondFactor ? <MustEnrol /> : <Choose />;
  if (path === "/forgot") return <Forgot />;
  if (path === "/register" || path === "/setup" || session.setup?.state === "first") return <Register />;
  return <SignIn />;
}
