import { useQuery } from "@tanstack/react-query";
import { clientQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Chip } from "@/ui";
import { messages } from "../clients/messages";

/** That a list shows one client's only, and the way back to all. */
export function ClientChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useText(messages);
  const name = useQuery(clientQuery(id)).data?.name;
  return (
    <Chip name={name ?? t("client")} onRemove={onRemove}>
      <span className="text-muted">{t("client")}</span> <span className="max-w-48 truncate font-medium">{name ?? "…"}</span>
    </Chip>
  );
}
