import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "@/i18n/messages";
import { Needs, Page, Tabs } from "@/ui";
import { Inbox } from "./Inbox";
import { messages } from "./messages";
import { Rules } from "./Rules";
import { views } from "./search";

/** What somebody should look at about AI services: what is open, what was seen and goes on, what is so no more, and the rules that say what. */
export function AiAlertsPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/ai/alerts" });
  const navigate = useNavigate();
  const { rule: _, list, ...about } = search;
  const shown = list ?? "open";
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} tabs={<Tabs label={t("list")} value={shown} onChange={(next) => void navigate({ to: "/ai/alerts", search: next === "open" ? about : { ...about, list: next } })} tabs={views.map((value) => ({ value, label: t(`list_${value}`) }))} />}>
        {shown === "rules" ? <Rules open={search.rule} /> : <Inbox shown={shown} search={search} />}
      </Page>
    </Needs>
  );
}
