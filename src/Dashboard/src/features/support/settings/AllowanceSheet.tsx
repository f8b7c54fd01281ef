import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import type { FreeAllowance } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, DatePicker, ErrorText, Field, FieldRow, IconButton, Input, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages as words } from "../parts/messages";
import { allowanceDraft, allowanceOf, isWhole, type AllowanceDraft } from "./draft";
import { messages } from "./messages";
import { agreeAllowance } from "./queries";
import { useRefreshTerms } from "./useRefreshTerms";

/** What costs nothing in a month, from a month on. `of`: the one to write anew, or the one to begin with. */
export function AllowanceSheet({ of, fixed, onClose }: { of: FreeAllowance; fixed: boolean; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale, today } = useFormats();
  const [draft, setDraft] = useState(() => allowanceDraft(of, fixed ? of.from : `${today.slice(0, 8)}01`, locale));
  const [dirty, setDirty] = useState(false);
  const refresh = useRefreshTerms();
  const set = (part: Partial<AllowanceDraft>) => {
    setDraft({ ...draft, ...part });
    setDirty(true);
  };
  const setProject = (at: number, part: Partial<AllowanceDraft["projects"][number]>) => set({ projects: draft.projects.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const body = allowanceOf(draft, locale);
  const save = useMutation({
    mutationFn: () => agreeAllowance(body!),
    onSuccess: () => {
      toast.done(t("agreed"));
      onClose();
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(fixed ? "editAllowance" : "addAllowance")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("whose")} hint={t("whoseHint")}>
          <ClientPicker label={t("whose")} placeholder={t("everybody")} value={draft.client} onChange={(client) => set({ client })} disabled={fixed} />
        </Field>
        <Field label={t("from")}>
          <DatePicker value={draft.from} onChange={(from) => set({ from })} label={t("from")} disabled={fixed} />
        </Field>
        <FieldRow>
          <Field label={t("freeHours")} {...(draft.hours.trim() !== "" && readDecimal(draft.hours, locale) === null ? { error: w("badNumber") } : {})}>
            <Input value={draft.hours} onChange={(event) => set({ hours: event.target.value })} inputMode="decimal" />
          </Field>
          <Field label={t("freeSites")} hint={t("freeSitesHint")} {...(draft.sitesPer.trim() !== "" && !isWhole(draft.sitesPer) ? { error: w("badNumber") } : {})}>
            <Input value={draft.sitesPer} onChange={(event) => set({ sitesPer: event.target.value })} inputMode="numeric" />
          </Field>
        </FieldRow>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-table font-medium">{t("freeProjects")}</legend>
          {draft.projects.map((one, at) => (
            <div key={at} className="flex items-center gap-2">
              <Input aria-label={t("projectCategory")} value={one.category} onChange={(event) => setProject(at, { category: event.target.value })} />
              <Input aria-label={t("projectCount")} value={one.count} onChange={(event) => setProject(at, { count: event.target.value })} inputMode="numeric" className="w-20!" />
              <IconButton label={t("removeProject", { category: one.category })} icon={<X aria-hidden />} onClick={() => set({ projects: draft.projects.filter((_, index) => index !== at) })} />
            </div>
          ))}
          <Button className="self-start" size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={() => set({ projects: [...draft.projects, { category: "", count: "1" }] })}>
            {t("addProject")}
          </Button>
        </fieldset>
        <ErrorText error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!body}>
            {w("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
