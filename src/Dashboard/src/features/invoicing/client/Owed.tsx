import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { ErrorText, Explain, Loading, MoneyText, Skeleton } from "@/ui";
import { messages } from "./messages";
import { statementQuery } from "./queries";

/** What the client owes in all, one amount a currency. */
export function Owed({ id }: { id: string }) {
  const t = useText(messages);
  const statement = useQuery(statementQuery(id));
  return (
    <div className="border-b border-line pb-5">
      <p className="text-table text-muted">{t("owes")}</p>
      {statement.error ? (
        <ErrorText error={statement.error} onRetry={() => void statement.refetch()} />
      ) : !statement.data ? (
        <Loading>
          <Skeleton className="h-8 w-40" />
        </Loading>
      ) : statement.data.accounts.length === 0 ? (
        <p className="text-2xl font-semibold tracking-tight text-faint">–</p>
      ) : (
        <p className="flex flex-wrap gap-x-8 gap-y-1">
          {statement.data.accounts.map((account) => (
            <Explain key={account.currency} of={{ kind: "client", id, amount: "balance", currency: account.currency }}>
              <MoneyText money={account.balance} large />
            </Explain>
          ))}
        </p>
      )}
    </div>
  );
}
