import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Client } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Sheet, toast } from "@/ui";
import { detailsOf, draftOf, faultField, termsIn, type Field } from "./draft";
import { Fields } from "./Fields";
import { messages } from "./messages";
import { addClient } from "./queries";

/** Adds a client. */
export function NewClientSheet({ onClose, onAdded }: { onClose: () => void; onAdded: (client: Client) => void }) {
  const t = useText(messages);
  const { currency } = useHouse();
  const form = useId();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(null, currency));
  const begun = useRef(JSON.stringify(draft));
  const [checked, setChecked] = useState(false);
  const body = detailsOf(draft);
  const add = useMutation({
    mutationFn: () => addClient(body),
    onSuccess: (client) => {
      toast.done(t("added", { name: client.name }));
      onAdded(client);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.clients] }),
  });
  const problem = isProblem(add.error) ? add.error : null;
  const fault = problem ? faultField(problem.code, body) : null;
  const wrong = (field: Field) => {
    if (field === "name" && checked && draft.name.trim() === "") return t("nameMissing");
    if (field === "terms" && termsIn(draft.terms) === undefined) return t("termsWrong");
    return fault === field ? problem?.message : problem?.fieldError(field);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (draft.name.trim() !== "" && termsIn(draft.terms) !== undefined) add.mutate();
  };
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={JSON.stringify(draft) !== begun.current && !add.isSuccess}
      title={t("newClient")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={add.isPending}>
            {t("add")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Fields draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} wrong={wrong} begin />
        {!fault && <ErrorText error={add.error} />}
      </form>
    </Sheet>
  );
}
