import { lazy, Suspense, type ReactNode } from "react";
import { useOnceOpen } from "./useOnceOpen";

const SheetPopup = lazy(() => import("./SheetPopup"));

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, always in view. */
  actions?: ReactNode;
  wide?: boolean;
}

/** A panel from the right, over the page it belongs to: forms, history, explanations. */
export function Sheet(props: SheetProps) {
  return useOnceOpen(props.open) ? (
    <Suspense fallback={null}>
      <SheetPopup {...props} />
    </Suspense>
  ) : null;
}
