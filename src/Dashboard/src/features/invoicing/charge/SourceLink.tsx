import { Link } from "@tanstack/react-router";
import type { Charge } from "@/api/types";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** The way back to what was charged for, where it has a page. */
export function SourceLink({ charge: { source } }: { charge: Pick<Charge, "source"> }) {
  const t = useText(messages);
  const link = "text-accent-ink underline";
  if (source.module === "facilities" && source.kind === "billing_record")
    return (
      <Link to="/facilities" search={{ view: "all", record: source.fact }} className={link}>
        {t("record")}
      </Link>
    );
  if (source.module === "usage" && source.kind === "usage")
    return (
      <Link to="/usage/bills" search={{ bill: source.fact.split("/")[0]! }} className={link}>
        {t("usageBill")}
      </Link>
    );
  if (source.module === "subscriptions")
    return (
      <Link to="/subscriptions/$id" params={{ id: source.fact.split("/")[0]! }} className={link}>
        {t("subscription")}
      </Link>
    );
  return null;
}
