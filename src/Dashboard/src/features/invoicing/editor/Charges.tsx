import { useQuery } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Checkbox, MoneyText, Section } from "@/ui";
import { messages } from "./messages";
import { openChargesQuery } from "./queries";

/** What was charged to the client and waits for an invoice. */
export function Charges({ clientId, chosen, onChange }: { clientId: string; chosen: readonly string[]; onChange: (charges: readonly string[]) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const charges = useQuery(openChargesQuery(clientId)).data?.items ?? [];
  if (charges.length === 0) return null;
  return (
    <Section title={t("openCharges")} about={t("openChargesHelp")}>
      <ul className="text-table">
        {charges.map((charge) => (
          <li key={charge.id} className="flex items-center justify-between gap-4 border-b border-line py-1.5">
            <span className="min-w-0">
              <Checkbox visible checked={chosen.includes(charge.id)} onChange={(add) => onChange(add ? [...chosen, charge.id] : chosen.filter((id) => id !== charge.id))} label={charge.description} />
              {charge.period && <span className="tabular block pl-6 text-xs text-muted">{`${formats.day(charge.period.from)} – ${formats.day(charge.period.through)}`}</span>}
            </span>
            <MoneyText money={charge.amount} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
