import { Suspense } from "react";
import { useText } from "@/i18n/messages";
import { Button } from "./Button";
import { messages } from "./messages";
import { ModalPopup, type ModalProps } from "./modal";
import { useOnceOpen } from "./useOnceOpen";

export type DialogProps = ModalProps;

/** A question in the middle of the page. For forms prefer {@link Sheet}. */
export function Dialog(props: DialogProps) {
  return useOnceOpen(props.open) ? (
    <Suspense fallback={null}>
      <ModalPopup look="dialog" {...props} />
    </Suspense>
  ) : null;
}

export interface ConfirmProps extends Omit<DialogProps, "actions"> {
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
}

export function Confirm({ action, danger, busy, onConfirm, ...rest }: ConfirmProps) {
  const t = useText(messages);
  return (
    <Dialog
      {...rest}
      actions={
        <>
          <Button onClick={rest.onClose}>{t("cancel")}</Button>
          <Button tone={danger ? "danger" : "primary"} {...(busy === undefined ? {} : { busy })} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    />
  );
}
