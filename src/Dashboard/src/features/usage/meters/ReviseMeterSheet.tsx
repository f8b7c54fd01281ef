import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Aggregation, Meter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, Field, FieldRow, Input, Select, Sheet, toast } from "@/ui";
import { aggregations } from "./DefineMeterSheet";
import { messages } from "./messages";
import { retireMeter, reviseMeter } from "./queries";

/** Names a meter anew, gives it another rule from the next full hour on, or retires it. Filters and rounding stay as they are. */
export function ReviseMeterSheet({ meter, onClose }: { meter: Meter; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const rule = meter.versions.at(-1)!.rule;
  const [name, setName] = useState(meter.name);
  const [unit, setUnit] = useState(meter.unit);
  const [aggregation, setAggregation] = useState<Aggregation>(rule.aggregation);
  const [property, setProperty] = useState(rule.property ?? "");
  const [groupBy, setGroupBy] = useState(rule.groupBy.join(", "));
  const [retiring, setRetiring] = useState(false);
  const done = async (said: string) => {
    toast.done(said);
    onClose();
    await queries.invalidateQueries({ queryKey: [keys.meters] });
  };
  const revise = useMutation({
    mutationFn: () => reviseMeter(meter.code, { name: name.trim(), unit: unit.trim(), rule: { ...rule, aggregation, property: aggregation === "uniqueCount" ? property.trim() : null, groupBy: groupBy.split(",").map((one) => one.trim()).filter(Boolean) } }),
    onSuccess: () => done(t("revised")),
  });
  const retire = useMutation({ mutationFn: () => retireMeter(meter.code), onSuccess: () => done(t("retired")), onError: toast.error, onSettled: () => setRetiring(false) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revise.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("revise")} dirty={(name !== meter.name || unit !== meter.unit || aggregation !== rule.aggregation) && !revise.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FieldRow>
          <Field label={t("name")}>
            <Input value={name} onChange={(event) => setName(event.target.value)} autoFocus />
          </Field>
          <Field label={t("unit")} hint={t("unitHint")}>
            <Input value={unit} onChange={(event) => setUnit(event.target.value)} />
          </Field>
        </FieldRow>
        <Field label={t("aggregation")} hint={t("reviseHint")}>
          <Select value={aggregation} onChange={setAggregation} options={aggregations.map((one) => ({ value: one, label: t(one), hint: t(`${one}Rule`) }))} />
        </Field>
        {aggregation === "uniqueCount" && (
          <Field label={t("property")}>
            <Input value={property} onChange={(event) => setProperty(event.target.value)} />
          </Field>
        )}
        <Field label={t("groupBy")} hint={t("groupByHint")}>
          <Input value={groupBy} onChange={(event) => setGroupBy(event.target.value)} />
        </Field>
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
