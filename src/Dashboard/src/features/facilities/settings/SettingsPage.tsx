import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "@/i18n/messages";
import { Page, Tabs } from "@/ui";
import { General } from "./General";
import { Groups } from "./Groups";
import { messages } from "./messages";
import type { SettingsSearch } from "./search";
import { StatusSets } from "./StatusSets";

/** Settings of the organisation and of what it bills. The tab and the open sheet are in the address. */
export function SettingsPage() {
  const t = useText(messages);
  const navigate = useNavigate();
  const { tab = "general", edit } = useSearch({ from: "/settings" });
  const go = (search: SettingsSearch) => void navigate({ to: "/settings", search });
  const sheet = { edit, onEdit: (id: string | undefined) => go({ ...(tab === "general" ? {} : { tab }), ...(id ? { edit: id } : {}) }) };
  return (
    <Page
      title={t("settings")}
      tabs={
        <Tabs
          label={t("sections")}
          value={tab}
          onChange={(next) => go(next === "general" ? {} : { tab: next })}
          tabs={[
            { value: "general", label: t("general"), content: <General /> },
            { value: "groups", label: t("groups"), content: <Groups {...sheet} /> },
            { value: "statuses", label: t("statusSets"), content: <StatusSets {...sheet} /> },
          ]}
        />
      }
    >
      {null}
    </Page>
  );
}
