import { useState } from "react";
import { Columns3 } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button } from "@/ui";
import { isImportColumn } from "./columns";
import { Mapping } from "./Mapping";
import { messages } from "./messages";
import { wizard, type Wizard } from "./wizard";

/** Needed columns were not found by their names: a person says which are meant. */
export function MapColumns({ state }: { state: Extract<Wizard, { step: "map" }> }) {
  const t = useText(messages);
  const [mapping, setMapping] = useState<Record<string, string>>(() => state.options.mapping ?? {});
  const missing = state.missing.filter(isImportColumn).map((name) => t(`column_${name}`));
  return (
    <section className="mx-auto max-w-lg p-4 sm:p-6">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <Columns3 aria-hidden className="size-5 text-muted" />
        {t("missing")}
      </h2>
      <p className="mt-1 mb-4 text-muted">
        {t("missingHelp")} <strong className="font-medium text-ink">{missing.join(", ")}</strong>
      </p>
      <Mapping columns={state.columns} mapping={mapping} onChange={setMapping} missing={state.missing} />
      <Button tone="primary" className="mt-5" busy={state.busy} disabled={state.missing.some((name) => !mapping[name])} onClick={() => void wizard.change({ mapping })}>
        {t("applyColumns")}
      </Button>
    </section>
  );
}
