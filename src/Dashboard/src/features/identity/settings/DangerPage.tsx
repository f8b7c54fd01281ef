import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { useMay, useMe } from "@/api/may";
import { keys, organisationQuery, tenantQuery } from "@/api/queries";
import type { Tenant } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Combobox, Confirm, Dialog, ErrorText, Field, Input, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { peopleQuery } from "../people/queries";
import { DangerRow } from "./DangerRow";
import { messages } from "./messages";
import { TakeIn } from "./TakeIn";
import { TakeOut } from "./TakeOut";

/** What an owner alone does, and seldom: take everything along, another owner, the end. */
export function DangerPage() {
  const t = useText(messages);
  return (
    <Screen needs="organisation.own" title={t("danger")} query={useQuery({ ...tenantQuery, enabled: useMay("organisation.own") })}>
      {(tenant: Tenant) => (
        <div className="divide-y divide-line rounded-card border border-line">
          <TakeOut slug={tenant.slug} />
          <TakeIn />
          <Transfer />
          <Deletion tenant={tenant} />
        </div>
      )}
    </Screen>
  );
}

function Transfer() {
  const t = useText(messages);
  const me = useMe();
  const queries = useQueryClient();
  const people = useQuery(peopleQuery);
  const [to, setTo] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const others = people.data?.items.filter((one) => one.active && one.id !== me?.person.id) ?? [];
  const chosen = others.find((one) => one.id === to);
  const name = chosen ? `${chosen.firstName} ${chosen.lastName}`.trim() : "";
  const transfer = useMutation({
    mutationFn: () => api.POST("/api/tenants/me/transfer", { body: { personId: to! } }),
    onSuccess: () => {
      toast.done(t("transferred", { name }));
      return Promise.all([keys.me, keys.people].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
    onError: (error) => toast.error(error),
    onSettled: () => setAsking(false),
  });
  return (
    <DangerRow title={t("transfer")} about={others.length > 0 || !people.data ? t("transferAbout") : t("nobodyElse")}>
      <ErrorText error={people.error} onRetry={() => void people.refetch()} />
      {others.length > 0 && (
        <>
          <Combobox label={t("newOwner")} placeholder={t("choosePerson")} value={to} onChange={setTo} options={others.map((one) => ({ value: one.id, label: `${one.firstName} ${one.lastName}`.trim() || one.email, hint: one.email }))} className="w-56" />
          <Button tone="danger" disabled={!chosen} onClick={() => setAsking(true)}>
            {t("transfer")}
          </Button>
        </>
      )}
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("transferTitle", { name })} description={t("transferHelp")} action={t("transfer")} danger busy={transfer.isPending} onConfirm={() => transfer.mutate()} />
    </DangerRow>
  );
}

function Deletion({ tenant }: { tenant: Tenant }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const test = useQuery(organisationQuery).data?.testMode;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.tenant] });
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/tenants/me", { body: { slug: typed.trim() } }),
    onSuccess: () => {
      setAsking(false);
      return refresh();
    },
  });
  const keep = useMutation({ mutationFn: () => api.POST("/api/tenants/me/restore"), onSuccess: () => (toast.done(t("kept")), refresh()), onError: (error) => toast.error(error) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  if (tenant.deleteOn)
    return (
      <DangerRow title={t("deletion")} about={t("deletionDue", { day: formats.day(tenant.deleteOn) })}>
        <Button tone="primary" busy={keep.isPending} onClick={() => keep.mutate()}>
          {t("keep")}
        </Button>
      </DangerRow>
    );
  return (
    <DangerRow title={t("deletion")} about={t(test ? "deletionTestAbout" : "deletionAbout")}>
      <Button tone="danger" className="max-w-full" onClick={() => setAsking(true)}>
        <span className="truncate">{t("deleteIt", { organisation: tenant.name })}</span>
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("deleteTitle", { organisation: tenant.name })} description={t(test ? "deleteTestHelp" : "deleteHelp", { slug: tenant.slug })}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <Field label={t("slug")}>
            <Input autoFocus autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} className="font-mono" />
          </Field>
          <ErrorText error={remove.error} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button type="submit" tone="danger" busy={remove.isPending} disabled={typed.trim() !== tenant.slug}>
              {t("deletion")}
            </Button>
          </div>
        </form>
      </Dialog>
    </DangerRow>
  );
}
