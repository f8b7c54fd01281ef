import { Link } from "@tanstack/react-router";
import { Folder } from "lucide-react";
import type { Group } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Card, EmptyState, MoneyText, Section, Skeleton } from "@/ui";
import { messages } from "./messages";

const SHOWN = 12;
const head = "px-4 py-2 font-medium";
const cell = "px-4 py-2";

/** The groups with what is open and overdue in each; a click opens its billing. */
export function Groups({ groups }: { groups: readonly Group[] | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section
      title={t("groups")}
      actions={
        <Link to="/facilities" className="rounded text-table text-accent-ink hover:underline">
          {t("allGroups")}
        </Link>
      }
    >
      {groups?.length === 0 ? (
        <Card>
          <EmptyState className="py-8" icon={<Folder aria-hidden />} title={t("noGroups")}>
            {t("noGroupsHelp")}
          </EmptyState>
        </Card>
      ) : (
        <Card className="overflow-hidden">
          <table className="w-full text-table" aria-label={t("groups")}>
            <thead>
              <tr className="border-b border-line text-left text-xs text-muted">
                <th className={head}>{t("group")}</th>
                <th className={`${head} hidden text-right sm:table-cell`}>{t("facilities")}</th>
                <th className={`${head} text-right`}>{t("open")}</th>
                <th className={`${head} text-right`}>{t("overdue")}</th>
              </tr>
            </thead>
            <tbody>
              {(groups ?? Array.from({ length: 5 }, () => null)).slice(0, SHOWN).map((group, at) => (
                <tr key={group?.id ?? at} className="relative h-9 border-b border-line last:border-b-0 hover:bg-canvas dark:hover:bg-raised">
                  {group ? (
                    <>
                      <td className={`${cell} max-w-0 w-full truncate`}>
                        <Link to="/facilities" search={{ group: group.id }} className="font-medium after:absolute after:inset-0">
                          {group.name}
                        </Link>
                      </td>
                      <td data-numeric className={`${cell} hidden text-right text-muted sm:table-cell`}>{formats.number(group.facilities)}</td>
                      <td className={`${cell} text-right`}>
                        <MoneyText money={group.open} />
                      </td>
                      <td className={`${cell} text-right`}>
                        <MoneyText money={group.overdue} className={isZero(group.overdue.amount) ? "text-muted" : "text-bad"} />
                      </td>
                    </>
                  ) : (
                    <td className={cell} colSpan={4}>
                      <Skeleton className="h-4" />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {groups && groups.length > SHOWN && <p className="mt-2 text-table text-muted">{t("moreGroups", { count: groups.length - SHOWN })}</p>}
    </Section>
  );
}
