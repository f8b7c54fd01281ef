import type { ReactNode } from "react";
import type { Client } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useText } from "@/i18n/messages";
import { Section } from "@/ui";
import { addressLines } from "../clients/draft";
import { messages } from "../clients/messages";
import { useLanguageName } from "../parts/languages";

/** Who the client is and what was agreed, as far as it is known. */
export function Details({ client }: { client: Client }) {
  const t = useText(messages);
  const { name: country } = useCountries();
  const language = useLanguageName();
  const address = addressLines(client.address, country);
  const facts: [string, ReactNode][] = [
    [t("emails"), client.emails.join("\n")],
    [t("ccEmails"), client.ccEmails.join("\n")],
    [t("phone"), client.phone],
    [t("address"), address.join("\n")],
    [t("taxId"), client.taxId],
    [t("currency"), client.currency],
    [t("termsDays"), client.termsDays === null ? null : t("days", { count: client.termsDays })],
    [t("taxTreatment"), client.taxTreatment === "standard" ? null : `${t(`treatment_${client.taxTreatment}`)}${client.exemptionReason ? `: ${client.exemptionReason}` : ""}`],
    [t("language"), client.language === null ? null : language(client.language)],
    [t("remindersLabel"), client.reminders ? null : t("noReminders")],
    [t("stripeId"), client.stripeId],
    [t("helpDeskId"), client.helpDeskId],
    [t("crmId"), client.crmId],
    [t("accountingId"), client.accountingId],
    [t("note"), client.note],
  ];
  return (
    <Section title={t("facts")}>
      <dl className="flex flex-col gap-2 text-table">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="wrap-anywhere whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
