import { Suspense, useState } from "react";
import { UserPlus } from "lucide-react";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Field } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages } from "./messages";

const NewClientSheet = late(() => import("../clients/NewClientSheet").then((part) => ({ default: part.NewClientSheet })));

/** Whom the document is for: one of the clients, or a new one who is added on the way. */
export function ClientField({ value, missing, onChange }: { value: string | null; missing: boolean; onChange: (client: string | null) => void }) {
  const t = useText(messages);
  const [adding, setAdding] = useState(false);
  return (
    <div className="flex flex-col items-start gap-1">
      <Field label={t("client")} error={missing ? t("chooseClient") : undefined} className="w-full">
        <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={value} onChange={onChange} />
      </Field>
      {value === null && (
        <Button size="sm" tone="ghost" className="-ml-2" icon={<UserPlus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
          {t("newClient")}
        </Button>
      )}
      <Suspense fallback={null}>
        {adding && (
          <NewClientSheet
            onClose={() => setAdding(false)}
            onAdded={(client) => {
              setAdding(false);
              onChange(client.id);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
