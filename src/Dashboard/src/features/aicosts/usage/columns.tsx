import { useMemo } from "react";
import type { AiProvider, AiRecord } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import type { Column } from "@/ui/table";
import { CostText } from "../parts/CostText";
import { bases } from "./filter";
import { tokensIn, tokensOut } from "./kinds";
import { messages } from "./messages";

const tones = { reported: "good", computed: "open", estimated: "quiet", manual: "accent" } as const satisfies Record<AiRecord["basis"], Tone>;

/** Names of what records only have codes of. */
export interface Names {
  providers: readonly AiProvider[] | undefined;
  accounts: readonly { id: string; name: string }[];
}

export const accountName = ({ accounts }: Names, id: string) => accounts.find((one) => one.id === id)?.name ?? "…";
export const providerName = ({ providers }: Names, code: string) => providers?.find((one) => one.code === code)?.name ?? code;

export function useColumns(names: Names): readonly Column<AiRecord>[] {
  const t = useText(messages);
  const { providers, accounts } = names;
  return useMemo(() => {
    const cost = (row: AiRecord) => (row.unpriced ? <Pill tone="warn">{t("unpricedPill")}</Pill> : <CostText cost={row.cost} />);
    return [
      { id: "day", header: t("day"), kind: "date", width: 120, sort: "start", pinned: true, card: "under", value: (row) => row.start.slice(0, 10), filter: { operators: ["is", "before", "after", "between", "last"] } },
      { id: "account", header: t("account"), kind: "choice", width: 140, card: "line", value: (row) => row.account, text: (row) => accountName({ providers, accounts }, row.account), render: (row) => <span className="truncate">{accountName({ providers, accounts }, row.account)}</span>, filter: { operators: ["is"], single: true, options: accounts.map(({ id, name }) => ({ value: id, label: name })) } },
      { id: "provider", header: t("provider"), kind: "choice", width: 130, card: "line", value: (row) => row.provider, text: (row) => providerName({ providers, accounts }, row.provider), render: (row) => <span className="truncate">{providerName({ providers, accounts }, row.provider)}</span>, filter: { operators: ["is"], single: true, options: (providers ?? []).map(({ code, name }) => ({ value: code, label: name })) } },
      { id: "model", header: t("model"), kind: "text", width: 190, card: "title", value: (row) => row.model ?? row.item, filter: { operators: ["is"] } },
      { id: "cost", header: t("cost"), kind: "money", width: 130, sort: "cost", card: "side", value: (row) => row.cost, render: cost, cardRender: cost },
      { id: "basis", header: t("basis"), kind: "choice", width: 120, card: "line", value: (row) => row.basis, text: (row) => t(`basis_${row.basis}`), render: (row) => <Pill tone={tones[row.basis]}>{t(`basis_${row.basis}`)}</Pill>, filter: { operators: ["is"], single: true, options: bases.map((value) => ({ value, label: t(`basis_${value}`) })) } },
      { id: "input", header: t("input"), kind: "number", width: 120, value: tokensIn },
      { id: "output", header: t("output"), kind: "number", width: 120, value: tokensOut },
      { id: "requests", header: t("requests"), kind: "number", width: 110, card: "none", value: (row) => row.requests },
      { id: "item", header: t("item"), kind: "text", width: 200, hidden: true, card: "none", value: (row) => row.item },
      { id: "project", header: t("project"), kind: "text", width: 150, hidden: true, card: "none", value: (row) => row.project },
      { id: "key", header: t("key"), kind: "text", width: 150, hidden: true, card: "none", value: (row) => row.key },
      { id: "user", header: t("user"), kind: "text", width: 150, hidden: true, card: "none", value: (row) => row.user },
      { id: "tier", header: t("tier"), kind: "text", width: 110, hidden: true, card: "none", value: (row) => row.tier },
      { id: "note", header: t("note"), kind: "text", width: 200, hidden: true, card: "none", value: (row) => row.note },
    ];
  }, [t, providers, accounts]);
}
