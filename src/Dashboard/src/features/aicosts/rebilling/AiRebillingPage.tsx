import { Suspense } from "react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Field, Needs, Page, Select, Tabs } from "@/ui";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { Month } from "./Month";
import { monthsBefore, type RebillingSearch } from "./search";
import { Terms } from "./Terms";

const Parts = late(() => import("./Parts").then((part) => ({ default: part.Parts })));

/** What AI services cost for clients is charged to them, month by month; what a client pays is agreed beside it. */
export function AiRebillingPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/ai/rebilling" });
  const navigate = useNavigate();
  const arrange = useMay("aicosts.arrange");
  const months = monthsBefore(useToday());
  const month = search.month ?? months[0]!.slice(0, 7);
  const go = (next: RebillingSearch) => void navigate({ to: "/ai/rebilling", search: next });
  const kept = search.month ? { month: search.month } : {};
  return (
    <Needs permission="aicosts.see">
      <Page
        title={t("title")}
        actions={
          search.list !== "terms" && (
            <Field label={t("month")} quiet>
              <Select value={month} onChange={(next) => go(next === months[0]!.slice(0, 7) ? {} : { month: next })} options={[...(months.some((first) => first.startsWith(month)) ? [] : [`${month}-01`]), ...months].map((first) => ({ value: first.slice(0, 7), label: formats.month(first) }))} className="w-44" />
            </Field>
          )
        }
        tabs={<Tabs label={t("views")} value={search.list ?? "month"} onChange={(next) => go(next === "terms" ? { ...kept, list: "terms" } : kept)} tabs={[{ value: "month", label: t("byMonth") }, { value: "terms", label: t("terms") }]} />}
      >
        <div className="flex max-w-5xl flex-col gap-8 p-4 sm:p-6">
          {search.list === "terms" ? (
            <Terms open={search.open} onOpen={(open) => go({ ...kept, list: "terms", ...(open ? { open } : {}) })} />
          ) : (
            <Month key={month} month={month} arrange={arrange} onTerms={(client) => go({ ...kept, list: "terms", open: client })} onParts={(open) => go({ ...kept, open })} />
          )}
        </div>
        <Suspense fallback={null}>{search.list !== "terms" && search.open && search.open !== "new" && <Parts id={search.open} onClose={() => go(kept)} />}</Suspense>
      </Page>
    </Needs>
  );
}
