import { useMemo } from "react";
import { Link } from "@tanstack/react-router";
import type { Charge, ChargeSums } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import type { Column } from "@/ui/table";
import { messages as ofOne } from "../charge/messages";
import { sourceText } from "../charge/words";
import { sources } from "./filter";
import { messages } from "./messages";

const tones: Record<Charge["state"], Tone> = { open: "open", invoiced: "good", withdrawn: "quiet" };

/** The columns of the charges. */
export function useColumns(): readonly Column<Charge, ChargeSums>[] {
  const t = useText(messages);
  const single = useText(ofOne);
  const formats = useFormats();
  const currencies = useCurrencies();
  return useMemo((): readonly Column<Charge, ChargeSums>[] => {
    const daysOf = (charge: Charge) => (charge.period ? t("days", { from: formats.day(charge.period.from), through: formats.day(charge.period.through) }) : "");
    return [
      { id: "description", header: t("description"), kind: "text", width: 260, pinned: true, sort: "description", card: "title", value: (row) => row.description },
      { id: "client", header: t("client"), kind: "text", width: 200, sort: "client", card: "under", value: (row) => row.clientName },
      {
        id: "state", header: t("state"), kind: "choice", width: 120, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`),
        render: (row) =>
          row.invoiceId ? (
            <Link to="/invoices/$id" params={{ id: row.invoiceId }} className="rounded hover:underline">
              <Pill tone={tones[row.state]}>{t(`state_${row.state}`)}</Pill>
            </Link>
          ) : (
            <Pill tone={tones[row.state]}>{t(`state_${row.state}`)}</Pill>
          ),
      },
      { id: "amount", header: t("amount"), kind: "money", width: 140, sort: "amount", value: (row) => row.amount, total: (sum) => sum.amount, filter: { operators: ["between", "atLeast", "atMost", "is"] } },
      { id: "source", header: t("source"), kind: "choice", width: 130, value: (row) => row.source.module, text: (row) => sourceText(single, row), render: (row) => sourceText(single, row), filter: { operators: ["is"], single: true, options: sources.map((value) => ({ value, label: t(`source_${value}`) })) } },
      { id: "period", header: t("period"), kind: "date", width: 190, value: (row) => row.period?.from ?? null, text: daysOf, render: (row) => <span className="tabular truncate">{daysOf(row)}</span>, filter: { operators: ["between", "before", "after", "is", "last"] } },
      { id: "availableFrom", header: t("availableFrom"), kind: "date", width: 120, sort: "availableFrom", value: (row) => row.availableFrom, filter: { operators: ["before"] } },
      { id: "quantity", header: t("quantity"), kind: "number", width: 100, value: (row) => Number(row.quantity), text: (row) => row.quantity },
      { id: "corrected", header: t("corrected"), kind: "money", width: 130, hidden: true, card: "none", value: (row) => row.corrected },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, sort: "currency", hidden: true, card: "none", value: (row) => row.amount.currency, text: (row) => row.amount.currency, render: (row) => row.amount.currency, filter: { operators: ["is"], single: true, options: currencies } },
      { id: "group", header: t("group"), kind: "text", width: 130, hidden: true, card: "none", value: (row) => row.group },
      { id: "withdrawnBecause", header: t("withdrawnBecause"), kind: "text", width: 200, hidden: true, card: "none", value: (row) => row.withdrawnBecause },
      { id: "postedAt", header: t("postedAt"), kind: "text", width: 170, sort: "postedAt", hidden: true, card: "none", value: (row) => formats.instant(row.postedAt) },
    ];
  }, [t, single, formats, currencies]);
}
