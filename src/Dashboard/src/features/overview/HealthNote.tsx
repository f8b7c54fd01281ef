import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** A word when something is not well; nothing otherwise. */
export function HealthNote() {
  const t = useText(messages);
  const may = useMay("operations.see");
  const { data: well } = useQuery({
    queryKey: [keys.health, "well"],
    queryFn: async ({ signal }) => {
      const body = (await (await fetch("/health", { headers: { Accept: "application/json" }, signal })).json()) as { status?: string };
      return body.status === "ok";
    },
    refetchInterval: 60_000,
    retry: false,
    enabled: may,
  });
  if (well !== false) return null;
  return (
    <Link to="/status" className="inline-flex h-5 items-center gap-1.5 rounded-full bg-warn-soft px-2 text-xs font-medium whitespace-nowrap text-warn hover:underline">
      <TriangleAlert aria-hidden className="size-3" />
      {t("notWell")}
    </Link>
  );
}
