import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Meter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, Field, FieldRow, Input, Sheet, toast } from "@/ui";
import { LateFields, lateDraftOf, lateOf } from "./LateFields";
import { messages } from "./messages";
import { retireMeter, reviseMeter } from "./queries";
import { draftOf, RuleFields, ruleOf } from "./RuleFields";

/** Names a meter anew, gives it another rule from the next full hour on, or retires it. Filters and rounding stay as they are. */
export function ReviseMeterSheet({ meter, onClose }: { meter: Meter; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const rule = meter.versions.at(-1)!.rule;
  const [name, setName] = useState(meter.name);
  const [unit, setUnit] = useState(meter.unit);
  const [draft, setDraft] = useState(draftOf(rule));
  const [late, setLate] = useState(lateDraftOf(meter.late));
  const [retiring, setRetiring] = useState(false);
  const done = async (said: string) => {
    toast.done(said);
    onClose();
    await queries.invalidateQueries({ queryKey: [keys.meters] });
  };
  const revise = useMutation({
    mutationFn: () => reviseMeter(meter.code, { name: name.trim(), unit: unit.trim(), rule: { ...rule, ...ruleOf(draft) }, late: lateOf(late) }),
    onSuccess: () => done(t("revised")),
  });
  const retire = useMutation({ mutationFn: () => retireMeter(meter.code), onSuccess: () => done(t("retired")), onError: toast.error, onSettled: () => setRetiring(false) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revise.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("revise")} dirty={(name !== meter.name || unit !== meter.unit || draft.aggregation !== rule.aggregation || late.then !== meter.late.then) && !revise.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FieldRow>
          <Field label={t("name")}>
            <Input value={name} onChange={(event) => setName(event.target.value)} autoFocus />
          </Field>
          <Field label={t("unit")} hint={t("unitHint")}>
            <Input value={unit} onChange={(event) => setUnit(event.target.value)} />
          </Field>
        </FieldRow>
        <RuleFields draft={draft} onChange={setDraft} hint={t("reviseHint")} />
        <LateFields draft={late} onChange={setLate} />
        <ErrorText error={revise.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="danger" className="mr-auto" onClick={() => setRetiring(true)}>
            {t("retire")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={revise.isPending} disabled={name.trim() === ""}>
            {t("reviseSave")}
          </Button>
        </div>
      </form>
      <Confirm open={retiring} onClose={() => setRetiring(false)} title={t("retireTitle", { meter: meter.name })} description={t("retireHelp")} action={t("retire")} danger busy={retire.isPending} onConfirm={() => retire.mutate()} />
    </Sheet>
  );
}
