import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Client } from "@/api/types";
import { useText } from "@/i18n/messages";
import { toast, toastUndo } from "@/ui";
import { messages } from "./messages";
import { archiveClient, restoreClient } from "./queries";

/** Putting a client away and taking it out again, each with its way back. */
export function useClientActions() {
  const t = useText(messages);
  const queries = useQueryClient();
  return useMemo(() => {
    const refresh = () => queries.invalidateQueries({ queryKey: [keys.clients] });
    /** Does it and says so; a failure is told. */
    const act = async (client: Client, write: (client: Client) => Promise<Client>, label: string, back: (client: Client) => Promise<Client>) => {
      try {
        const after = await write(client);
        toastUndo({ label, undo: async () => (await back(after), void refresh()) });
      } catch (failed) {
        toast.error(failed);
      }
      await refresh();
    };
    return {
      archive: (client: Client) => act(client, archiveClient, t("archived", { name: client.name }), restoreClient),
      restore: (client: Client) => act(client, restoreClient, t("restored", { name: client.name }), archiveClient),
    };
  }, [queries, t]);
}
