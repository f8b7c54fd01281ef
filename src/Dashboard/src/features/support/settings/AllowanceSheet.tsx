import { Plus, X } from "lucide-react";
import type { FreeAllowance } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Field, FieldRow, IconButton, Input } from "@/ui";
import { messages as words } from "../parts/messages";
import { AgreedSheet } from "./AgreedSheet";
import { allowanceDraft, allowanceOf, isWhole, type AllowanceDraft } from "./draft";
import { messages } from "./messages";
import { agreeAllowance } from "./queries";

/** What costs nothing in a month, from a month on. `of`: the one to write anew, or the one to begin with. */
export function AllowanceSheet({ of, fixed, onClose }: { of: FreeAllowance; fixed: boolean; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale, today } = useFormats();
  const { draft, dirty, set } = useDraft(() => allowanceDraft(of, fixed ? of.from : `${today.slice(0, 8)}01`, locale));
  const setProject = (at: number, part: Partial<AllowanceDraft["projects"][number]>) => set({ projects: draft.projects.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const body = allowanceOf(draft, locale);
  return (
    <AgreedSheet title={t(fixed ? "editAllowance" : "addAllowance")} draft={draft} onChange={set} fixed={fixed} dirty={dirty} agree={body && (() => agreeAllowance(body))} onClose={onClose}>
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
    </AgreedSheet>
  );
}
