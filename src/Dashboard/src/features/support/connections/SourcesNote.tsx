import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import type { SupportConnection } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { messages } from "./messages";
import { connectionsQuery } from "./queries";
import { useLastPass, WhatToDo } from "./Standing";
import { isIncomplete, stateOf } from "./state";

/** Says of each source that cannot be read that figures may lack something; nothing where all are read. */
export function SourcesNote() {
  const list = useInfiniteQuery({ ...connectionsQuery(false), enabled: useMay("support.see") });
  return (list.data?.pages ?? []).flatMap((page) => page.items).map((one) => <Note key={one.id} connection={one} />);
}

function Note({ connection }: { connection: SupportConnection }) {
  const t = useText(messages);
  const last = useLastPass(connection);
  if (!isIncomplete(stateOf(connection, last, useNow()))) return null;
  return (
    <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-table wrap-anywhere">
      <Link to="/support/connections/$id" params={{ id: connection.id }} className="rounded font-medium underline decoration-dotted underline-offset-4 hover:text-accent-ink">
        {t("incomplete", { name: connection.name })}
      </Link>{" "}
      <WhatToDo connection={connection} last={last} />
    </p>
  );
}
