import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** A line when something is not well; nothing otherwise. */
export function HealthNote() {
  const t = useText(messages);
  const { data: well } = useQuery({
    queryKey: [keys.health, "well"],
    queryFn: async ({ signal }) => {
      const body = (await (await fetch("/health", { headers: { Accept: "application/json" }, signal })).json()) as { status?: string };
      return body.status === "ok";
    },
    refetchInterval: 60_000,
    retry: false,
  });
  if (well !== false) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-warn-soft px-3 py-2 text-warn">
      <TriangleAlert aria-hidden className="size-4" />
      {t("notWell")}
      <Link to="/status" className="ml-auto rounded font-medium underline underline-offset-2">
        {t("lookAtHealth")}
      </Link>
    </p>
  );
}
