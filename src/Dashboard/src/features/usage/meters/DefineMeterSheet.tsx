import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, FieldRow, Input, Sheet, toast } from "@/ui";
import { LateFields, lateDraftOf, lateOf } from "./LateFields";
import { messages } from "./messages";
import { defineMeter } from "./queries";
import { draftOf, RuleFields, ruleOf } from "./RuleFields";

/** Says what is measured and how events become an amount. */
export function DefineMeterSheet({ onClose, onDefined }: { onClose: () => void; onDefined: (code: string) => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const [rule, setRule] = useState(draftOf());
  const [late, setLate] = useState(lateDraftOf());
  const define = useMutation({
    mutationFn: () => defineMeter({ code: code.trim(), name: name.trim() || code.trim(), unit: unit.trim(), rule: ruleOf(rule), late: lateOf(late) }),
    onSuccess: async (meter) => {
      toast.done(t("defined"));
      await queries.invalidateQueries({ queryKey: [keys.meters] });
      onDefined(meter.code);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    define.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("newMeter")} dirty={code !== "" && !define.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("code")} hint={t("codeHint")}>
          <Input value={code} onChange={(event) => setCode(event.target.value)} autoFocus autoCapitalize="none" spellCheck={false} />
        </Field>
        <FieldRow>
          <Field label={t("name")}>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t("unit")} hint={t("unitHint")}>
            <Input value={unit} onChange={(event) => setUnit(event.target.value)} />
          </Field>
        </FieldRow>
        <RuleFields draft={rule} onChange={setRule} />
        <LateFields draft={late} onChange={setLate} />
        <ErrorText error={define.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={define.isPending} disabled={code.trim() === ""}>
            {t("define")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
