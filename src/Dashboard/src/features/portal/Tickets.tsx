import { useState } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Headset } from "lucide-react";
import type { PortalTicket } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useRested } from "@/lib/useRested";
import { Button, CardRows, DateText, EmptyState, Listed, Pill, SearchInput, Select } from "@/ui";
import { messages } from "./messages";
import { ticketsQuery, type TicketStatus } from "./queries";

/** Longer descriptions are opened. */
const SHORT = 400;

/** What the client asked for, the latest first. */
export function Tickets() {
  const t = useText(messages);
  const [status, setStatus] = useState<TicketStatus | undefined>();
  const [typed, setTyped] = useState("");
  const search = useRested(typed.trim(), 250);
  const list = useInfiniteQuery({ ...ticketsQuery(status, search), placeholderData: keepPreviousData });
  const all = () => {
    setStatus(undefined);
    setTyped("");
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <SearchInput label={t("search")} value={typed} onChange={setTyped} className="min-w-0 flex-1 basis-56" />
        <Select
          label={t("status")}
          value={status ?? "all"}
          onChange={(next) => setStatus(next === "all" ? undefined : next)}
          options={(["all", "open", "resolved"] as const).map((value) => ({ value, label: t(`status_${value}`) }))}
        />
      </div>
      <Listed
        list={list}
        more={t("more")}
        empty={
          status || search ? (
            <EmptyState icon={<Headset aria-hidden />} title={t("ticketsNoneFound")} actions={<Button onClick={all}>{t("showAll")}</Button>} />
          ) : (
            <EmptyState icon={<Headset aria-hidden />} title={t("ticketsNone")}>
              {t("ticketsNoneHelp")}
            </EmptyState>
          )
        }
      >
        {(items) => <CardRows label={t("view_tickets")} items={items} rowKey={(one) => one.id} row={(one) => <Row ticket={one} />} />}
      </Listed>
    </>
  );
}

function Row({ ticket }: { ticket: PortalTicket }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  const { description } = ticket;
  const long = description.length > SHORT;
  return (
    <article className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-medium wrap-anywhere">{ticket.type}</h2>
        <Pill tone={ticket.status === "open" ? "open" : "good"}>{t(`status_${ticket.status}`)}</Pill>
        <span className="text-table text-muted sm:ml-auto">
          <DateText day={ticket.on} /> {ticket.at.slice(0, 5)}
        </span>
      </div>
      {/* Plain text, whatever is in it: nothing of it is ever read as HTML. */}
      <p className="whitespace-pre-line wrap-anywhere">{description ? (long && !open ? `${description.slice(0, SHORT)}…` : description) : <span className="text-muted">{t("noDescription")}</span>}</p>
      {long && (
        <Button size="sm" tone="ghost" className="-ml-2 self-start" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "lessText" : "wholeText")}
        </Button>
      )}
      <p className="text-table text-muted">
        {ticket.category} · {t(`source_${ticket.source}`)}
      </p>
    </article>
  );
}
