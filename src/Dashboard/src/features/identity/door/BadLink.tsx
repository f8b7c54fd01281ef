import { useText } from "@/i18n/messages";
import { buttonClass } from "@/ui";
import { DoorLink } from "./DoorLink";
import { Frame } from "./Frame";
import { messages } from "./messages";

/** A mailed link that is good for nothing any more, and what to do then. */
export function BadLink({ again = true }: { again?: boolean }) {
  const t = useText(messages);
  return (
    <Frame title={t("linkBad")} about={t("linkBadAbout")}>
      <div className="flex flex-wrap gap-2">
        {again && (
          <DoorLink to="/forgot" className={buttonClass("primary")}>
            {t("newLink")}
          </DoorLink>
        )}
        <a href="/" className={buttonClass()}>
          {t("toSignIn")}
        </a>
      </div>
    </Frame>
  );
}
