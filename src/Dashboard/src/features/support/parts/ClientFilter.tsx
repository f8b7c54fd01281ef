import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { lateOver } from "@/lib/late";
import { Chip } from "@/ui";
import { messages } from "./messages";

const ClientPicker = lateOver(() => import("@/ui/clients/ClientPicker").then((part) => ({ default: part.ClientPicker })));

/** One client's only: chosen by name, shown as a chip, taken away again. */
export function ClientFilter({ client, onChange }: { client: string | undefined; onChange: (client: string | undefined) => void }) {
  const t = useText(messages);
  const see = useMay("invoicing.see");
  const name = useQuery({ ...clientQuery(client ?? ""), enabled: see && client !== undefined }).data?.name;
  if (client)
    return (
      <Chip name={name ?? t("client")} onRemove={() => onChange(undefined)}>
        <span className="text-muted">{t("client")}</span> <span className="max-w-48 truncate font-medium">{name ?? "…"}</span>
      </Chip>
    );
  return (
    see && (
      <div className="h-8 w-40 pointer-coarse:h-10">
        <ClientPicker label={t("client")} placeholder={t("client")} value={null} onChange={(next) => next && onChange(next)} />
      </div>
    )
  );
}
