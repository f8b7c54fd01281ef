import { useText } from "@/i18n/messages";
import { ErrorText, Field, Select } from "@/ui";
import { messages } from "./messages";
import { useFollowedAccounts } from "./useAccountNames";

/** Chooses one of the accounts that are followed; says so when some of them may be missing. */
export function AccountField({ value, onChange, ...error }: { value: string; onChange: (account: string) => void; error?: string }) {
  const t = useText(messages);
  const followed = useFollowedAccounts();
  return (
    <>
      <ErrorText error={followed.error} onRetry={() => void followed.retry()} />
      <Field label={t("oneAccount")} {...error}>
        <Select value={value || null} onChange={onChange} placeholder={t("chooseAccount")} options={followed.accounts.map((one) => ({ value: one.id, label: one.name, hint: one.providerName }))} />
      </Field>
    </>
  );
}
