import { useStanding } from "@/api/may";
import { useText } from "@/i18n/messages";
import { buttonClass } from "@/ui";
import { DoorLink } from "./DoorLink";
import { Frame } from "./Frame";
import { messages } from "./messages";

/** A mailed link that is good for nothing any more, and where a new one comes from. */
export function BadLink({ of }: { of: "reset" | "invitation" | "verify" }) {
  const t = useText(messages);
  const known = useStanding() === "in";
  return (
    <Frame title={t("linkBad")} about={`${t("linkBadAbout")} ${t(`linkBad_${of}`)}`}>
      <div className="flex flex-wrap gap-2">
        {of === "reset" && (
          <DoorLink to="/forgot" className={buttonClass("primary")}>
            {t("newLink")}
          </DoorLink>
        )}
        <a href="/" className={buttonClass()}>
          {t(known ? "goOn" : "toSignIn")}
        </a>
      </div>
    </Frame>
  );
}
