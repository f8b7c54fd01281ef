import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AiSeats } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, ErrorText, FactList, Loading, Section, Sheet, Skeleton } from "@/ui";
import { RawData } from "@/ui/RawData";
import { CostText } from "../parts/CostText";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { chargesQuery } from "./queries";
import { SeatsPill } from "./Standing";
import { nextCharge } from "./state";

/** What is agreed about seats, and what each month was charged: how many there were then, and what they cost. */
export function ChargesSheet({ seats, account, onClose }: { seats: AiSeats; account: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const today = useToday();
  const next = nextCharge(seats, today);
  const list = useInfiniteQuery(chargesQuery(seats.account));
  const items = list.data?.pages.flatMap((page) => page.items).filter((one) => one.item === seats.name);
  const facts = [
    [t("account"), account],
    [t("seats"), <span key="seats">{formats.number(seats.seats)} <span className="text-muted">{t("lastAgreed")}</span></span>],
    [t("each"), <CostText key="each" cost={seats.price} />],
    [t("monthly"), <CostText key="monthly" cost={seats.monthly} />],
    [t("first"), formats.day(seats.from)],
    [t("nextCharge"), next && formats.day(next)],
    [t("until"), seats.until && formats.day(seats.until)],
  ] as const;
  return (
    <Sheet open onClose={onClose} title={seats.name} description={<SeatsPill seats={seats} today={today} />} actions={<Link to="/ai/usage" search={{ list: "seats", filter: `account.is.${seats.account}` }} className={buttonClass()}>{t("toUsage")}</Link>}>
      <div className="flex flex-col gap-5">
        <FactList facts={facts} />
        <Section title={t("charges")}>
          <ErrorText error={list.error} onRetry={() => void list.refetch()} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-24 w-full" />
            </Loading>
          )}
          {items?.length === 0 && !list.hasNextPage && <p className="text-table text-muted">{t("noCharges")}</p>}
          {items && items.length > 0 && (
            <>
              <div className="overflow-x-auto rounded-card border border-line">
                <table aria-label={t("charges")} className="w-full text-table">
                  <thead className="text-left text-xs text-muted">
                    <tr>
                      <th scope="col" className="px-3 py-2 font-medium">{t("day")}</th>
                      <th scope="col" className="px-3 py-2 text-right font-medium">{t("seats")}</th>
                      <th scope="col" className="px-3 py-2 text-right font-medium">{t("cost")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => {
                      const day = one.start.slice(0, 10);
                      return (
                        <tr key={one.id} className="border-t border-line">
                          <th scope="row" className="px-3 py-1.5 text-left font-normal">
                            <Link to="/ai/usage" search={{ list: "seats", filter: `day.is.${day};account.is.${seats.account}` }} aria-label={t("recordsOf", { day: formats.day(day) })} className="tabular rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{formats.day(day)}</Link>
                          </th>
                          <td className="tabular px-3 py-1.5 text-right">{one.quantity === null ? "–" : formats.number(Number(one.quantity))}</td>
                          <td className="px-3 py-1.5 text-right"><CostText cost={one.cost} /></td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </div>
              <p className="mt-2 text-xs text-muted">{t("chargesHelp")}</p>
            </>
          )}
          {list.hasNextPage && <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("more")}</Button>}
        </Section>
        <RawData of={seats} />
      </div>
    </Sheet>
  );
}
