import { useEffect, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { clientQuery, keys } from "@/api/queries";
import type { Client } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Section, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import type { HistoryWords } from "@/ui/history/History";
import { changesOf, draftOf, faultField, termsIn, type Field } from "./draft";
import { Fields } from "./Fields";
import { messages } from "./messages";
import { amendClient } from "./queries";

interface ClientFormProps {
  client: Client;
  /** It is shown as it was: to be read only. */
  past: boolean;
  words: HistoryWords;
  /** Something is typed that is not saved. */
  onDirty: (dirty: boolean) => void;
}

/** The details of a client, to be changed. */
export function ClientForm({ client: latest, past, words, onDirty }: ClientFormProps) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [client, setClient] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest, latest.currency));
  const changes = changesOf(client, draft);
  const terms = termsIn(draft.terms);
  const dirty = Object.keys(changes).length > 0 || terms === undefined;
  useEffect(() => {
    onDirty(dirty && !past);
    return () => onDirty(false);
  }, [dirty, past, onDirty]);
  const startFrom = (next: Client) => {
    setClient(next);
    setDraft(draftOf(next, next.currency));
  };
  // A newer version shows at once where nothing is being typed; else it waits for the save and its conflict.
  if (latest.version > client.version && !dirty) startFrom(latest);

  const save = useMutation({
    mutationFn: (onto: Client) => amendClient(onto, changes),
    onSuccess: (saved) => {
      startFrom(saved);
      queries.setQueryData(clientQuery(saved.id).queryKey, saved);
      toast.done(t("saved", { name: saved.name }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.clients] }),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<Client>();
  const fault = problem ? faultField(problem.code, changes) : null;
  const wrong = (field: Field) => {
    if (field === "name" && draft.name.trim() === "") return t("nameMissing");
    if (field === "terms" && terms === undefined) return t("termsWrong");
    return fault === field ? problem?.message : problem?.fieldError(field);
  };
  const locked = !useMay("invoicing.bill") || past || client.standing !== "active";
  const ready = dirty && terms !== undefined && draft.name.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate(client);
  };
  return (
    <Section title={t("facts")}>
      <form onSubmit={submit} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && ready && save.mutate(client)} className="flex flex-col gap-4" noValidate>
        <Fields draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} wrong={wrong} disabled={locked} />
        {theirs ? (
          <Conflict
            differences={(Object.keys(changes) as (keyof Client)[]).map((field) => ({ field: words.field(field), theirs: words.value(field, theirs[field]), yours: words.value(field, changes[field as keyof typeof changes]) }))}
            onTheirs={() => {
              startFrom(theirs);
              save.reset();
            }}
            onMine={() => save.mutate(theirs)}
          />
        ) : (
          !fault && <ErrorText error={save.error} />
        )}
        {!locked && dirty && (
          <div className="sticky bottom-0 -mx-1 flex flex-wrap gap-2 border-t border-line bg-surface px-1 py-3">
            <Button type="submit" tone="primary" busy={save.isPending} disabled={!ready}>
              {t("save")}
            </Button>
            <Button onClick={() => startFrom(client)}>{t("discard")}</Button>
          </div>
        )}
      </form>
    </Section>
  );
}
