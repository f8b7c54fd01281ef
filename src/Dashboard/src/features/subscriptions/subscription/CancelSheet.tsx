import { useState } from "react";
import type { Subscription } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Section, Sheet } from "@/ui";
import { Choice } from "@/ui/Choice";
import { messages } from "./messages";
import { Previewed, usePreview } from "./Previewed";
import type { Unused, Wish } from "./queries";

export type End = "periodEnd" | Unused;

/** How a subscription ends, and what that comes to. */
export function CancelSheet({ subscription, busy, onClose, onEnd }: { subscription: Subscription; busy: boolean; onClose: () => void; onEnd: (how: End) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  // One that ends with its period already can only end earlier.
  const ways: readonly End[] = subscription.cancelAtPeriodEnd || subscription.status === "paused" ? ["credit", "refund", "keep"] : ["periodEnd", "credit", "refund", "keep"];
  const [how, setHow] = useState<End>(ways[0]!);
  const wish: Wish = how === "periodEnd" ? { cancelAtPeriodEnd: true } : { end: how };
  const preview = usePreview(subscription, wish);
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t("cancelTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button tone="danger" busy={busy} disabled={!preview.data || !preview.current} onClick={() => onEnd(how)}>
            {t("doCancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Choice label={t("cancelHow")} value={how} onChange={setHow} options={ways.map((value) => ({ value, label: t(`end_${value}`), hint: value === "periodEnd" ? t("endHint_periodEnd", { day: formats.day(subscription.nextFrom) }) : t(`endHint_${value}`) }))} />
        <Section title={t("preview")}>
          <Previewed preview={preview.data} error={preview.error} />
        </Section>
      </div>
    </Sheet>
  );
}
