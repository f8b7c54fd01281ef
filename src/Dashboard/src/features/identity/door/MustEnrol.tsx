import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { useMe } from "@/api/may";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { Enrol } from "../secondFactor/Enrol";
import { Frame, linkClass } from "./Frame";
import { messages } from "./messages";

/** The organisation asks for a second factor: nothing else works before there is one. */
export function MustEnrol() {
  const t = useText(messages);
  const me = useMe();
  const queries = useQueryClient();
  return (
    <Frame
      title={t("mustTitle")}
      about={t("mustAbout", { organisation: me?.organisation.name ?? "" })}
      wide
      foot={
        <button type="button" className={linkClass} onClick={() => void session.signOut()}>
          {t("signOut")}
        </button>
      }
    >
      <Enrol onDone={() => void queries.invalidateQueries({ queryKey: [keys.me] })} />
    </Frame>
  );
}
