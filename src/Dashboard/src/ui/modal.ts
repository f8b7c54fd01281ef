import { late } from "@/lib/late";

export type { ModalProps } from "./ModalPopup";

/** Comes with the first dialog or sheet. */
export const ModalPopup = late(() => import("./ModalPopup"));
