import { Link } from "@tanstack/react-router";
import type { MessageLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { listOf } from "./choices";
import { messages } from "./messages";

/** Why a message is taken or left out: the rule, and the entries of the lists that decided. */
export function Decision({ line, links = true }: { line: MessageLine; links?: boolean }) {
  const t = useText(messages);
  return (
    <span className="text-xs text-muted">
      {t(`rule_${line.rule}`)}
      {line.because && (
        <>
          {" "}
          {t("because")}: <Entry entry={line.because} list={links ? listOf(line.rule) : undefined} />.
        </>
      )}
      {line.urgencyBecause && (
        <>
          {" "}
          {t("urgencyBecause")}: <Entry entry={line.urgencyBecause} list={links ? (line.urgency === "high" ? "urgent" : "unhurried") : undefined} />.
        </>
      )}
    </span>
  );
}

/** An entry of a list, and the way to the list. */
function Entry({ entry, list }: { entry: string; list: string | undefined }) {
  const t = useText(messages);
  const word = <code className="font-mono wrap-anywhere">{entry}</code>;
  return list ? (
    <Link to="/support/messages/words" hash={list} aria-label={t("toList", { entry })} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
      {word}
    </Link>
  ) : (
    word
  );
}
