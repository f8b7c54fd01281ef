import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { SupportMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, MoneyText, Sheet, Skeleton, toast } from "@/ui";
import { firstOf } from "../parts/month";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { closeMonth, previewQuery } from "./queries";

/** What closing the month would bill, and the button that does it. */
export function CloseSheet({ page, onClose }: { page: SupportMonth; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const { month, clientId, clientName } = page;
  const preview = useQuery(previewQuery(month, clientId));
  const close = useMutation({
    mutationFn: () => closeMonth(month, clientId, false),
    onSuccess: () => {
      toast.done(t("made"));
      onClose();
    },
    onSettled: () => Promise.all([keys.supportMonths, keys.supportRequests, keys.supportProjects].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const found = preview.data;
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={t("previewTitle", { month: formats.month(firstOf(month)), client: clientName })}
      description={t("previewHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {found && found.lines.length > 0 && (
            <Button tone="primary" busy={close.isPending} disabled={preview.isFetching} onClick={() => close.mutate()}>
              {t("make")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorText error={preview.error} onRetry={() => void preview.refetch()} />
        <ErrorText error={close.error} />
        {!found && !preview.error && (
          <Loading>
            <Skeleton className="h-40 w-full" />
          </Loading>
        )}
        {found?.lines.length === 0 && <p className="text-table text-muted">{t("previewNone")}</p>}
        {found && found.lines.length > 0 && (
          <>
            <p>
              <MoneyText money={found.total} large />
            </p>
            {found.late.length > 0 && <p className="text-table text-muted">{t("late", { months: found.late.map((one) => formats.month(firstOf(one))).join(", ") })}</p>}
            <Lines lines={found.lines} label={t("lines")} page={page} />
          </>
        )}
      </div>
    </Sheet>
  );
}
