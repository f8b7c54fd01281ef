import { useEffect, useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useText } from "@/i18n/messages";
import { buttonClass, ErrorText, Loading, Skeleton } from "@/ui";
import { BadLink } from "./BadLink";
import { Frame, mainButton } from "./Frame";
import { messages } from "./messages";
import { takeToken } from "./token";

// A link is good once, also where React mounts twice.
const asked = new Set<string>();

/** Shows that a mail address is one's own, by a mailed link. */
export function Verify() {
  const t = useText(messages);
  const [token] = useState(takeToken);
  const { mutate, error, isSuccess } = useMutation({ mutationFn: () => api.POST("/api/auth/email/verify", { body: { token } }) });
  useEffect(() => {
    if (!token || asked.has(token)) return;
    asked.add(token);
    mutate();
  }, [token, mutate]);
  if (token === "" || isProblem(error, "link-invalid")) return <BadLink of="verify" />;
  if (error)
    return (
      <Frame title={t("verifying")}>
        <ErrorText error={error} onRetry={mutate} />
      </Frame>
    );
  if (!isSuccess)
    return (
      <Frame title={t("verifying")}>
        <Loading>
          <Skeleton className="h-10" />
        </Loading>
      </Frame>
    );
  return (
    <Frame title={t("verified")} about={t("verifiedAbout")}>
      <a href="/" className={`${buttonClass("primary")} ${mainButton}`}>
        {t("goOn")}
      </a>
    </Frame>
  );
}
