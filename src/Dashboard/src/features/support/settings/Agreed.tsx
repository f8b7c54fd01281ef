import { useState, type ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Confirm, Pill, toast } from "@/ui";
import { messages } from "./messages";
import { useRefreshTerms } from "./useRefreshTerms";

interface Term {
  clientId: string | null;
  from: string;
}

/** What was agreed, for whom and from when, each line to be changed or withdrawn; at last what holds where nothing was. */
export function Agreed<T extends Term>({ label, items, usual, nameOf, children, onChange, withdraw }: {
  label: string;
  items: readonly T[];
  usual: T;
  nameOf: (client: string) => string;
  children: (one: T) => ReactNode;
  /** Absent: only to be read. */
  onChange?: ((one: T) => void) | undefined;
  withdraw: (one: T) => Promise<unknown>;
}) {
  const t = useText(messages);
  const { day } = useFormats();
  const [leaving, setLeaving] = useState<T | null>(null);
  const refresh = useRefreshTerms();
  const gone = useMutation({
    mutationFn: (one: T) => withdraw(one),
    onSuccess: () => toast.done(t("withdrawn")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setLeaving(null);
      return refresh();
    },
  });
  const whose = (one: T) => (one.clientId ? nameOf(one.clientId) : t("everybody"));
  return (
    <>
      <ul aria-label={label} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
        {items.map((one) => (
          <li key={`${one.clientId ?? ""} ${one.from}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <span className="min-w-0 flex-1 basis-44 wrap-anywhere">
              <span className="font-medium">{whose(one)}</span> <span className="text-muted">{t("since", { day: day(one.from) })}</span>
            </span>
            {children(one)}
            {onChange && (
              <span className="ml-auto flex gap-1">
                <Button size="sm" aria-label={t("changeOf", { whose: whose(one), day: day(one.from) })} onClick={() => onChange(one)}>
                  {t("change")}
                </Button>
                <Button size="sm" tone="danger" aria-label={t("withdrawOf", { whose: whose(one), day: day(one.from) })} onClick={() => setLeaving(one)}>
                  {t("withdraw")}
                </Button>
              </span>
            )}
          </li>
        ))}
        <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <span className="min-w-0 flex-1 basis-44">
            <Pill>{t("usual")}</Pill> <span className="text-muted">{t("usualHelp")}</span>
          </span>
          {children(usual)}
        </li>
      </ul>
      <Confirm open={leaving !== null} onClose={() => setLeaving(null)} title={t("withdrawTitle")} description={t("withdrawHelp")} action={t("withdraw")} danger busy={gone.isPending} onConfirm={() => leaving && gone.mutate(leaving)} />
    </>
  );
}
