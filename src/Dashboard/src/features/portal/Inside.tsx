import { useEffect, useMemo } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import type { PortalMe } from "@/api/types";
import { HouseContext, plainHouse } from "@/i18n/formats";
import { useLanguage, useText } from "@/i18n/messages";
import { useObjectUrl } from "@/lib/useObjectUrl";
import { Button, Tabs, toast } from "@/ui";
import { Look } from "@/ui/look/Look";
import { OrganisationMark } from "@/ui/OrganisationMark";
import { Invoices } from "./Invoices";
import { messages } from "./messages";
import { Projects } from "./Projects";
import { leave, markQuery } from "./queries";
import { Sites } from "./Sites";
import { Tickets } from "./Tickets";
import { useView, views } from "./view";

/** The portal: under the organisation's name and mark, what is the client's. */
export function Inside({ me }: { me: PortalMe }) {
  const t = useText(messages);
  const [asked, show] = useView();
  const view = asked === "invoices" && !me.seesInvoices ? "tickets" : asked;
  const speaks = useLanguage();
  // Guests have no say in a settings page: days are written as in the language they read.
  const house = useMemo(() => ({ ...plainHouse(new Date()), locale: me.language, ...(speaks === "de" ? { dateFormat: "dd.MM.yyyy" as const } : {}) }), [me.language, speaks]);
  const out = useMutation({ mutationFn: leave, onError: toast.error });
  useEffect(() => {
    document.title = `${t(`view_${view}`)} · ${me.organisation}`;
  }, [t, view, me.organisation]);
  return (
    <HouseContext.Provider value={house}>
      <div className="flex min-h-dvh flex-col bg-canvas">
        <header className="border-b border-line bg-surface">
          <div className="mx-auto flex min-h-14 max-w-4xl items-center gap-3 px-4 py-2 sm:px-6">
            <Mark name={me.organisation} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold tracking-tight wrap-anywhere">{me.organisation}</p>
              <p className="text-table wrap-anywhere text-muted">
                {me.client} · {me.name}
              </p>
            </div>
            <Button tone="ghost" busy={out.isPending} icon={<LogOut aria-hidden className="size-4" strokeWidth={1.75} />} onClick={() => out.mutate()}>
              {t("leave")}
            </Button>
          </div>
          <div className="mx-auto max-w-4xl">
            <Tabs label={t("views")} value={view} onChange={show} tabs={views.filter((one) => one !== "invoices" || me.seesInvoices).map((value) => ({ value, label: t(`view_${value}`) }))} />
          </div>
        </header>
        <main className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-4 p-4 sm:p-6">
          <h1 className="sr-only">{t(`view_${view}`)}</h1>
          {view === "tickets" ? <Tickets /> : view === "sites" ? <Sites /> : view === "projects" ? <Projects /> : <Invoices />}
        </main>
        <footer className="mx-auto flex h-14 w-full max-w-4xl shrink-0 items-center px-4 sm:px-6">
          <Look />
        </footer>
      </div>
    </HouseContext.Provider>
  );
}

/** The organisation's mark; its initials where it has none. Its name stands beside it. */
function Mark({ name }: { name: string }) {
  const picture = useObjectUrl(useQuery(markQuery).data);
  return picture ? <img src={picture} alt="" className="size-9 shrink-0 rounded-md bg-white object-contain" /> : <OrganisationMark name={name} className="size-9" />;
}
