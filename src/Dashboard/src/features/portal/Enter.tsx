import { useMutation } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { useText } from "@/i18n/messages";
import { Button, ErrorText } from "@/ui";
import { Entrance, mainButton } from "./Entrance";
import { messages } from "./messages";
import { enter } from "./queries";

/** Comes in by a mailed link, by a click: what looks through mails follows links, and presses nothing. */
export function Enter({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText(messages);
  const go = useMutation({ mutationFn: () => enter(token), onSuccess: onDone });
  if (isProblem(go.error, "portal-link-spent"))
    return (
      <Entrance title={t("spentTitle")} about={t("spentAbout")}>
        <Button tone="primary" className={mainButton} onClick={onDone} autoFocus>
          {t("newLink")}
        </Button>
      </Entrance>
    );
  return (
    <Entrance title={t("enterTitle")} about={t("enterAbout")}>
      <div className="flex flex-col gap-4">
        <ErrorText error={go.error} />
        <Button tone="primary" busy={go.isPending} className={mainButton} onClick={() => go.mutate()} autoFocus>
          {t("enter")}
        </Button>
      </div>
    </Entrance>
  );
}
