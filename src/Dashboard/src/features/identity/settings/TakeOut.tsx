import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { PackageOpen } from "lucide-react";
import { download } from "@/api/client";
import { useText } from "@/i18n/messages";
import { Button, Progress, toast } from "@/ui";
import { DangerRow } from "./DangerRow";
import { messages } from "./messages";
import { moving, type Move } from "./parcel";

/** All that the organisation recorded, as one file. The server makes it whole before it sends it. */
export function TakeOut({ slug }: { slug: string }) {
  const t = useText(messages);
  const [seen, setSeen] = useState<Move>(null);
  const take = useMutation({
    mutationFn: () => moving((id) => download(`/api/tenants/me/export?run=${id}`, `${slug}.tar`, { method: "POST" }), setSeen),
    onSuccess: () => toast.done(t("takenOut", { file: `${slug}.tar` })),
    onError: (error) => toast.error(error),
  });
  return (
    <DangerRow title={t("takeOut")} about={t("takeOutAbout")}>
      <Button icon={<PackageOpen aria-hidden className="size-4" />} busy={take.isPending} onClick={() => take.mutate()}>
        {t("takeOutDo")}
      </Button>
      <div role="status" className="w-full max-w-xs">
        {take.isPending && <Progress value={seen?.done ?? null} label={t("takingOut")} />}
      </div>
    </DangerRow>
  );
}
