import { useMutation } from "@tanstack/react-query";
import { PackageOpen } from "lucide-react";
import { download } from "@/api/client";
import { useText } from "@/i18n/messages";
import { Button, toast } from "@/ui";
import { DangerRow } from "./DangerRow";
import { messages } from "./messages";

/** All that the organisation recorded, as one file. The server makes it whole before it sends it. */
export function TakeOut({ slug }: { slug: string }) {
  const t = useText(messages);
  const take = useMutation({
    mutationFn: () => download("/api/tenants/me/export", `${slug}.zip`, { method: "POST" }),
    onSuccess: () => toast.done(t("takenOut", { file: `${slug}.zip` })),
    onError: (error) => toast.error(error),
  });
  return (
    <DangerRow title={t("takeOut")} about={t("takeOutAbout")}>
      <Button icon={<PackageOpen aria-hidden className="size-4" />} busy={take.isPending} onClick={() => take.mutate()}>
        {t("takeOutDo")}
      </Button>
      <p role="status" className="text-table text-muted">
        {take.isPending && t("takingOut")}
      </p>
    </DangerRow>
  );
}
