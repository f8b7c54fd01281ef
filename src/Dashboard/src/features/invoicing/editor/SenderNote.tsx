import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { tenantQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { invoicingSettingsQuery } from "../parts/languages";
import { messages } from "./messages";

const link = "text-accent-ink underline";

/** What would stand on an invoice of whoever sends it, and is not there yet. */
export function SenderNote() {
  const t = useText(messages);
  const [organisation, rules] = [useMay("organisation.arrange"), useMay("invoicing.arrange")];
  const contact = useQuery({ ...tenantQuery, enabled: organisation }).data?.contact;
  const bank = useQuery(invoicingSettingsQuery).data?.bank;
  const address = organisation && contact !== undefined && !contact.line1 && !contact.city;
  const account = rules && bank !== undefined && !bank.iban && !bank.holder;
  if (!address && !account) return null;
  return (
    <p className="rounded-md bg-open-soft px-3 py-2 text-table">
      {t("senderMissing")}{" "}
      {address && (
        <Link to="/settings/organisation" className={link}>
          {t("ownAddress")}
        </Link>
      )}
      {address && account && " · "}
      {account && (
        <Link to="/settings/invoicing" className={link}>
          {t("ownBank")}
        </Link>
      )}
    </p>
  );
}
