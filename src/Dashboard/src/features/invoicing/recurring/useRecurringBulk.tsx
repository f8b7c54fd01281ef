import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { RecurringFilter, RecurringRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import type { BulkWriting, Change } from "@/ui/table";
import { everyPage, oneByOne } from "../parts/bulk";
import { messages } from "./messages";
import { pause, resume } from "./queries";

const pausing: Change = { act: "pause" };
const resuming: Change = { act: "resume" };

/** Many recurring invoices are paused or resumed; one undo does the opposite. */
export function useRecurringBulk(filter: RecurringFilter): BulkWriting<RecurringRow> {
  const t = useText(messages);
  const queries = useQueryClient();
  return useMemo(() => {
    const turn = async (row: RecurringRow, on: boolean): Promise<RecurringRow> => {
      const { state, version } = await (on ? resume : pause)(row);
      return { ...row, state, version };
    };
    return {
      save: (changes) => oneByOne(changes, (row, change) => turn(row, change === resuming)),
      takeBack: async (before, after) => (await turn(after, before.state === "active"), true),
      onDone: () => void queries.invalidateQueries({ queryKey: [keys.recurring] }),
      all: (signal) => everyPage((cursor) => ask(api.GET("/api/recurring-invoices", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }))),
      actions: [
        { id: "pause", label: t("pause"), icon: <Pause aria-hidden className="size-4" />, change: (row) => (row.state === "active" ? pausing : null) },
        { id: "resume", label: t("resume"), icon: <Play aria-hidden className="size-4" />, change: (row) => (row.state === "paused" ? resuming : null) },
      ],
    };
  }, [filter, queries, t]);
}
