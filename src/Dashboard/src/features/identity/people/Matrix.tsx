import { useQuery } from "@tanstack/react-query";
import { Check, Minus } from "lucide-react";
import { useMe } from "@/api/may";
import { permissionsQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Card, ErrorText, Loading, Skeleton } from "@/ui";
import { rankOf, roles, useWords } from "../parts/words";
import { messages } from "./messages";

/** Who may what: permissions down, roles across, one's own role marked. */
export function Matrix() {
  const t = useText(messages);
  const words = useWords();
  const me = useMe();
  const { data, error, refetch } = useQuery(permissionsQuery);
  const head = "w-22 px-2 py-2 text-center font-medium whitespace-nowrap";
  return (
    <div className="max-w-5xl p-4 sm:p-6">
      <p className="mb-3 text-muted">{t("roleHelp")}</p>
      {error && !data && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {data && (
        <Card>
          <div role="region" aria-label={t("matrix")} tabIndex={0} className="relative overflow-x-auto rounded-card">
            <table aria-label={t("matrix")} className="w-full text-table">
              <thead>
                <tr className="border-b border-line text-xs text-muted">
                  <th scope="col" className="sticky left-0 z-1 min-w-40 bg-surface px-4 py-2 text-left font-medium">
                    {t("permission")}
                  </th>
                  {roles.map((role) => (
                    <th key={role} scope="col" className={cx(head, me?.role === role && "bg-accent-soft text-accent-ink")}>
                      {words.role(role)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.name} className="border-b border-line last:border-b-0">
                    <th scope="row" className="sticky left-0 z-1 bg-surface px-4 py-2 text-left font-normal">
                      {words.permission(one.name, one.meaning)}
                      <span className="block font-mono text-xs text-muted">{one.name}</span>
                    </th>
                    {roles.map((role) => {
                      const may = rankOf(role) >= rankOf(one.least);
                      return (
                        <td key={role} className={cx("px-2 py-2 text-center", me?.role === role && "bg-accent-soft")}>
                          <span className={cx("inline-flex", may ? "text-good" : "text-faint")}>
                            {may ? <Check aria-hidden className="size-4" /> : <Minus aria-hidden className="size-4" />}
                            <span className="sr-only">{t(may ? "may" : "mayNot")}</span>
                          </span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </div>
  );
}
