import { Plus, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, Field, IconButton, Input, Section } from "@/ui";
import type { PartProps } from "./Components";
import { messages } from "./messages";
import { newEntitlement, type EntitlementForm } from "./model";

const usual = ["users", "api_calls", "storage_gb", "invoices_per_month"];

/** What who has the plan may do. */
export function Entitlements({ form, set, faults, checked }: PartProps) {
  const t = useText(messages);
  const change = (id: number, part: Partial<EntitlementForm>) => set({ entitlements: form.entitlements.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <Section title={t("entitlements")}>
      <div className="flex flex-col gap-3">
        {form.entitlements.map((one) => (
          <div key={one.id} className="flex items-start gap-2">
            <Field label={t("entitlementName")} className="flex-1" error={(checked || one.name !== "") && faults.has(`entitlement ${one.id}`) ? t("entitlementWrong") : undefined}>
              <Input list="entitlements" className="font-mono" value={one.name} autoCapitalize="none" spellCheck={false} onChange={(event) => change(one.id, { name: event.target.value })} />
            </Field>
            <Field label={t("limit")} className="w-28 sm:w-44" hint={t("limitHint")} error={faults.has(`limit ${one.id}`) ? t("limitWrong") : undefined}>
              <Input inputMode="numeric" className="tabular" value={one.limit} onChange={(event) => change(one.id, { limit: event.target.value })} />
            </Field>
            <IconButton label={t("removeEntitlement", { name: one.name || t("entitlementName") })} icon={<X aria-hidden />} className="mt-6" onClick={() => set({ entitlements: form.entitlements.filter((other) => other.id !== one.id) })} />
          </div>
        ))}
        <datalist id="entitlements">
          {usual.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => set({ entitlements: [...form.entitlements, newEntitlement(usual.find((name) => !form.entitlements.some((one) => one.name === name)))] })}>
          {t("addEntitlement")}
        </Button>
      </div>
    </Section>
  );
}
