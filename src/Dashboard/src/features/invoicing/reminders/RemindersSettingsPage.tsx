import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { ErrorText, Loading, Needs, Page, Section, Skeleton } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { messages } from "./messages";
import { OwnTexts } from "./OwnTexts";
import { Plan } from "./Plan";
import { mailedDocuments, mailTextsQuery, reminderPlanQuery, type MailedDocument } from "./queries";

/** What mails to clients say, when clients are reminded, and what being late costs them. */
export function RemindersSettingsPage() {
  const t = useText(messages);
  const plan = useQuery(reminderPlanQuery);
  return (
    <SettingsFrame>
      <Needs permission="invoicing.arrange">
        <Page title={t("settings")}>
          <div className="flex max-w-2xl flex-col gap-10 p-4 sm:p-6">
            {mailedDocuments.map((of) => (
              <MailOf key={of} of={of} />
            ))}
            <ErrorText error={plan.error} onRetry={() => void plan.refetch()} />
            {plan.data ? <Plan plan={plan.data} /> : !plan.error && <Waiting />}
          </div>
        </Page>
      </Needs>
    </SettingsFrame>
  );
}

function MailOf({ of }: { of: MailedDocument }) {
  const t = useText(messages);
  const mail = useQuery(mailTextsQuery(of));
  return (
    <Section title={t(`${of}Mail`)}>
      <ErrorText error={mail.error} onRetry={() => void mail.refetch()} />
      {mail.data ? <OwnTexts of={of} mail={mail.data} /> : !mail.error && <Waiting />}
    </Section>
  );
}

const Waiting = () => (
  <Loading className="flex flex-col gap-4">
    <Skeleton className="h-8 w-full" />
    <Skeleton className="h-8 w-2/3" />
  </Loading>
);
