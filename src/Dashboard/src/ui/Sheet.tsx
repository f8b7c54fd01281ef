import { Suspense } from "react";
import { ModalPopup, type ModalProps } from "./modal";
import { useOnceOpen } from "./useOnceOpen";

export type SheetProps = ModalProps;

/** A panel from the right, over the page it belongs to: forms, history, explanations. */
export function Sheet(props: SheetProps) {
  return useOnceOpen(props.open) ? (
    <Suspense fallback={null}>
      <ModalPopup look="sheet" {...props} />
    </Suspense>
  ) : null;
}
