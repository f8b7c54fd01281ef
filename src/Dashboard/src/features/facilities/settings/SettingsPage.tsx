import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { Page, Tabs } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { Facilities } from "./Facilities";
import { General } from "./General";
import { Groups } from "./Groups";
import { messages } from "./messages";
import type { SettingsSearch } from "./search";
import { StatusSets } from "./StatusSets";

/** Settings of the organisation and of what it bills. The tab and the open sheet are in the address. */
export function SettingsPage() {
  const t = useText(messages);
  const navigate = useNavigate();
  const search = useSearch({ from: "/settings" });
  const { tab = "general", edit } = search;
  const go = (next: SettingsSearch) => void navigate({ to: "/settings", search: next });
  const sheet = {
    edit,
    onEdit: (id: string | undefined) => {
      const { edit: _, ...rest } = search;
      go({ ...rest, ...(id ? { edit: id } : {}) });
    },
  };
  if (!useMay("facilities.arrange")) return <Navigate to="/settings/profile" replace />;
  return (
    <SettingsFrame>
    <Page
      title={t("settings")}
      tabs={
        <Tabs
          label={t("sections")}
          value={tab}
          onChange={(next) => go(next === "general" ? {} : { tab: next })}
          tabs={[
            { value: "general", label: t("general") },
            { value: "groups", label: t("groups") },
            { value: "facilities", label: t("facilities") },
            { value: "statuses", label: t("statusSets") },
          ]}
        />
      }
      fill={tab === "facilities"}
    >
      {tab === "general" && <General />}
      {tab === "groups" && <Groups {...sheet} />}
      {tab === "facilities" && <Facilities {...sheet} />}
      {tab === "statuses" && <StatusSets {...sheet} />}
    </Page>
    </SettingsFrame>
  );
}
