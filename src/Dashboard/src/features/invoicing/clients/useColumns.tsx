import { useMemo } from "react";
import type { Client } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import type { Column } from "@/ui/table";
import { messages } from "./messages";

/** The columns of the clients. */
export function useColumns(everybody: boolean): readonly Column<Client>[] {
  const t = useText(messages);
  const countries = useCountries();
  const currencies = useCurrencies();
  return useMemo(() => {
    const treatments = (["standard", "reverseCharge", "exempt"] as const).map((value) => ({ value, label: t(`treatment_${value}`) }));
    const standing = (client: Client) => (client.standing === "active" ? <span className="text-muted">{t("standing_active")}</span> : <Pill>{t(`standing_${client.standing}`)}</Pill>);
    const bounced = (client: Client) => client.bounced.map((one) => one.reader).join(", ");
    const columns: (Column<Client> | false)[] = [
      { id: "name", header: t("name"), kind: "text", width: 240, pinned: true, sort: "name", card: "title", value: (client) => client.name },
      everybody && { id: "standing", header: t("standing"), kind: "choice", width: 120, card: "side", value: (client) => client.standing, text: (client) => t(`standing_${client.standing}`), render: standing },
      { id: "emails", header: t("emails"), kind: "text", width: 220, card: "under", value: (client) => client.emails.join(", ") },
      { id: "bounced", header: t("bounced"), kind: "choice", width: 130, card: "side", value: (client) => (client.bounced.length > 0 ? "yes" : null), text: bounced, render: (client) => client.bounced.length > 0 && <Pill tone="bad">{t("bouncedPill")}</Pill>, filter: { operators: ["is"], single: true, options: (["yes", "no"] as const).map((value) => ({ value, label: t(`bounced_${value}`) })) } },
      { id: "city", header: t("city"), kind: "text", width: 130, sort: "city", value: (client) => client.address.city ?? null },
      { id: "country", header: t("country"), kind: "choice", width: 140, sort: "country", value: (client) => client.address.country ?? null, text: (client) => (client.address.country ? countries.name(client.address.country) : ""), filter: { operators: ["is"], single: true, options: countries.options } },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, sort: "currency", value: (client) => client.currency, text: (client) => client.currency, render: (client) => client.currency, filter: { operators: ["is"], single: true, options: currencies } },
      { id: "terms", header: t("termsDays"), kind: "text", width: 120, value: (client) => (client.termsDays === null ? null : t("days", { count: client.termsDays })), skeleton: 30 },
      { id: "taxTreatment", header: t("taxTreatment"), kind: "choice", width: 130, value: (client) => client.taxTreatment, text: (client) => t(`treatment_${client.taxTreatment}`), filter: { operators: ["is"], single: true, options: treatments } },
      { id: "taxId", header: t("taxId"), kind: "text", width: 150, hidden: true, value: (client) => client.taxId },
      { id: "phone", header: t("phone"), kind: "text", width: 150, hidden: true, value: (client) => client.phone },
      { id: "note", header: t("note"), kind: "text", width: 200, hidden: true, card: "none", value: (client) => client.note },
    ];
    return columns.filter((column) => column !== false);
  }, [t, countries, currencies, everybody]);
}
