import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { FileCheck, Send } from "lucide-react";
import { Confirm } from "@/ui";
import type { BulkWriting, Change } from "@/ui/table";
import { sendDocument } from "../sending/queries";
import { everyPage, oneByOne, useQuestion } from "./bulk";

interface Document {
  id: string;
  number: string | null;
  state: string;
  version: number;
}

interface Documents<Row> {
  kind: "invoice" | "quote";
  /** The first part of their query keys. */
  keyOf: string;
  read: (cursor: string | null, signal: AbortSignal) => Promise<{ items: Row[]; nextCursor: string | null }>;
  issue: (row: Row) => Promise<unknown>;
  sendable: (row: Row) => boolean;
  words: { issue: string; issueTitle: (count: number) => string; issueHelp: string; send: string; sendTitle: (count: number) => string; sendHelp: string };
}

const issuing: Change = { act: "issue" };
const sending: Change = { act: "send" };

/** What can be done with many documents: drafts are issued, issued ones mailed. Both are asked about first, since neither can be taken back. `of` is stable. */
export function useDocumentBulk<Row extends Document>(of: Documents<Row>) {
  const queries = useQueryClient();
  const { open, ask, settle } = useQuestion<"issue" | "send", true>();
  const { words } = of;
  const bulk = useMemo(
    (): BulkWriting<Row> => ({
      lasting: true,
      save: (changes) =>
        oneByOne(changes, async (row, change) => {
          if (change === issuing) await of.issue(row);
          else await sendDocument({ kind: of.kind, id: row.id, number: row.number }, {}, null);
          return row;
        }),
      onDone: () => void queries.invalidateQueries({ queryKey: [of.keyOf] }),
      all: (signal) => everyPage((cursor) => of.read(cursor, signal)),
      actions: [
        { id: "issue", label: of.words.issue, icon: <FileCheck aria-hidden className="size-4" />, ask: async (count) => ((await ask("issue", count)) ? (row) => (row.state === "draft" ? issuing : null) : null) },
        { id: "send", label: of.words.send, icon: <Send aria-hidden className="size-4" />, ask: async (count) => ((await ask("send", count)) ? (row) => (of.sendable(row) ? sending : null) : null) },
      ],
    }),
    [of, queries, ask],
  );
  const send = open?.kind === "send";
  const dialog = (
    <Confirm
      open={open !== null}
      onClose={() => settle(null)}
      title={(send ? words.sendTitle : words.issueTitle)(open?.count ?? 0)}
      description={send ? words.sendHelp : words.issueHelp}
      action={send ? words.send : words.issue}
      onConfirm={() => settle(true)}
    />
  );
  return { bulk, dialog };
}
