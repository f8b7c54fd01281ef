import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { keys, metersQuery } from "@/api/queries";
import type { LimitInput, LimitLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Field, FieldRow, Input, Select, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { agreeLimit } from "./queries";

const lengths = ["week", "month", "quarter", "year"] as const;
const kinds = ["soft", "hard"] as const;

/** Sets a limit for somebody by itself; of one that a plan has, the same code in its place. */
export function LimitSheet({ line, onClose }: { line?: LimitLine; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const queries = useQueryClient();
  const meters = useQuery({ ...metersQuery, enabled: useMay("usage.see") });
  const [client, setClient] = useState<string | null>(null);
  const [subject, setSubject] = useState("");
  const nameOf = useClientNames([line?.subject]);
  const [meter, setMeter] = useState(line?.meter ?? "");
  const [code, setCode] = useState(line?.code ?? "");
  const [limit, setLimit] = useState(line ? showDecimal(line.limit, locale, 0) : "");
  const [kind, setKind] = useState<(typeof kinds)[number]>(line?.kind ?? "soft");
  const [thresholds, setThresholds] = useState((line?.thresholds ?? [80, 100]).join(", "));
  const [every, setEvery] = useState<(typeof lengths)[number]>(line?.every ?? "month");
  const amount = readDecimal(limit, locale);
  const uses = line?.subject ?? (subject.trim() || (client ?? ""));
  const agree = useMutation({
    mutationFn: () => agreeLimit({ subject: uses, meter, code: code.trim() || null, limit: amount!, kind, thresholds: thresholds.split(",").map((one) => Number(one.trim())).filter((one) => Number.isInteger(one) && one !== 0), every } satisfies LimitInput),
    onSuccess: () => {
      toast.done(t("saved"));
      void queries.invalidateQueries({ queryKey: [keys.limits] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    agree.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={line ? t("change") : t("newLimit")} dirty={limit !== "" && !agree.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {line ? (
          <Field label={t("client")}>
            <Input value={nameOf(line.subject)} disabled />
          </Field>
        ) : (
          <>
            <Field label={t("client")}>
              <ClientPicker label={t("client")} value={client} onChange={setClient} autoFocus />
            </Field>
            <Field label={t("subject")} hint={t("subjectHint")}>
              <Input value={subject} onChange={(event) => setSubject(event.target.value)} autoCapitalize="none" spellCheck={false} />
            </Field>
          </>
        )}
        <Field label={t("meter")}>
          <Select value={meter || null} onChange={setMeter} disabled={line !== undefined} options={(meters.data?.items ?? []).map((one) => ({ value: one.code, label: one.name, hint: one.code }))} />
        </Field>
        <FieldRow>
          <Field label={t("limit")} {...(limit !== "" && amount === null ? { error: t("badLimit") } : {})}>
            <Input value={limit} onChange={(event) => setLimit(event.target.value)} inputMode="decimal" autoFocus={line !== undefined} />
          </Field>
          <Field label={t("code")} hint={t("codeHint")}>
            <Input value={code} onChange={(event) => setCode(event.target.value)} disabled={line !== undefined} autoCapitalize="none" spellCheck={false} />
          </Field>
        </FieldRow>
        <Field label={t("kind")}>
          <Select value={kind} onChange={setKind} options={kinds.map((one) => ({ value: one, label: t(one), hint: t(`${one}Help`) }))} />
        </Field>
        <Field label={t("thresholds")} hint={t("thresholdsHint")}>
          <Input value={thresholds} onChange={(event) => setThresholds(event.target.value)} />
        </Field>
        {!line?.plan && (
          <Field label={t("every")}>
            <Select value={every} onChange={setEvery} options={lengths.map((one) => ({ value: one, label: t(one) }))} />
          </Field>
        )}
        <ErrorText error={agree.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={agree.isPending} disabled={uses === "" || meter === "" || amount === null}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
