import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { ErrorText, Loading, Needs, Page, Skeleton } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { invoicingSettingsQuery } from "../parts/languages";
import { messages } from "./messages";
import { Numbers } from "./Numbers";
import { Rules } from "./Rules";

/** What holds for all invoices: terms, look, taxes, bank, numbers. Issued ones keep what they say. */
export function InvoicingSettingsPage() {
  const t = useText(messages);
  const settings = useQuery(invoicingSettingsQuery);
  return (
    <SettingsFrame>
      <Needs permission="invoicing.arrange">
        <Page title={t("title")}>
          <div className="flex max-w-2xl flex-col gap-10 p-4 sm:p-6">
            {settings.error && !settings.data ? (
              <ErrorText error={settings.error} onRetry={() => void settings.refetch()} />
            ) : !settings.data ? (
              <Loading className="flex flex-col gap-4">
                <Skeleton className="h-8 w-full" />
                <Skeleton className="h-8 w-full" />
                <Skeleton className="h-8 w-2/3" />
              </Loading>
            ) : (
              <Rules settings={settings.data} />
            )}
            <Numbers />
          </div>
        </Page>
      </Needs>
    </SettingsFrame>
  );
}
