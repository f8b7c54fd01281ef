import { useState } from "react";
import type { Subscription } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Field, Input, Section, Sheet } from "@/ui";
import { messages } from "./messages";
import { Previewed, usePreview } from "./Previewed";

/** A coupon by its code, with the next invoice that it takes something off, before anybody confirms it. */
export function CouponSheet({ subscription, busy, onClose, onTake }: { subscription: Subscription; busy: boolean; onClose: () => void; onTake: (code: string) => void }) {
  const t = useText(messages);
  const [typed, setTyped] = useState("");
  const code = typed.trim();
  const wish = code === "" ? null : { coupon: code };
  const preview = usePreview(subscription, wish);
  return (
    <Sheet
      open
      wide
      dirty={code !== ""}
      onClose={onClose}
      title={t("takeCouponTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button tone="primary" busy={busy} disabled={!wish || !preview.data || !preview.current || preview.error !== null} onClick={() => onTake(code)}>
            {t("doTakeCoupon")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label={t("couponCode")} hint={t("couponCodeHint")}>
          <Input value={typed} maxLength={64} autoCapitalize="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Section title={t("preview")}>{wish ? <Previewed preview={preview.data} error={preview.error} /> : <p className="text-table text-muted">{t("couponPreviewHint")}</p>}</Section>
      </div>
    </Sheet>
  );
}
