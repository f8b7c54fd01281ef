import { Suspense } from "react";
import { useMay } from "@/api/may";
import { late } from "@/lib/late";
import type { ChargeSearch } from "./search";

const ChargeSheet = late(() => import("./ChargeSheet").then((part) => ({ default: part.ChargeSheet })));
const NewChargeSheet = late(() => import("./NewChargeSheet").then((part) => ({ default: part.NewChargeSheet })));

export interface ChargeSheetsProps {
  search: ChargeSearch;
  /** Whom a new charge begins with. */
  client: string | null;
  set: (part: { charge?: string | undefined; at?: number | undefined }, replace?: boolean) => void;
}

/** The charge that the address names, or the form of a new one. */
export function ChargeSheets({ search: { charge, at }, client, set }: ChargeSheetsProps) {
  const bill = useMay("invoicing.bill");
  const close = () => set({ charge: undefined, at: undefined });
  return (
    <Suspense fallback={null}>
      {charge === "new" ? bill && <NewChargeSheet client={client} onClose={close} onPosted={(posted) => set({ charge: posted.id }, true)} /> : charge && <ChargeSheet key={charge} id={charge} at={at} onAt={(version) => set({ at: version }, true)} onClose={close} />}
    </Suspense>
  );
}
