import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";

/** In which currency a client is billed; the organisation's until a client is chosen and known. */
export function useCurrency(client: string | null): string {
  const { currency } = useFormats();
  const see = useMay("invoicing.see");
  return useQuery({ ...clientQuery(client ?? ""), enabled: see && client !== null }).data?.currency ?? currency;
}
