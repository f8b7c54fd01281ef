import { Suspense, useEffect, useMemo, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useMatches, useNavigate } from "@tanstack/react-router";
import { followLive } from "@/api/live";
import { useMayAny } from "@/api/may";
import { organisationQuery, settingsQuery } from "@/api/queries";
import { queryClient } from "@/api/queryClient";
import { followRecords } from "@/api/records";
import { HouseContext, plainHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { prefer, preferences } from "@/lib/preferences";
import { listenToShortcuts } from "@/ui/shortcuts";
import { undo, useCommand, useShortcut } from "@/ui";
import { late } from "@/lib/late";
import { whenQuiet } from "@/lib/quiet";
import { BottomBar } from "./BottomBar";
import { messages } from "./messages";
import { Notices } from "./Notices";
import { pages } from "./navigation";
import { openHelp, openPalette, show, useOverlay } from "./overlays";
import { Sidebar } from "./Sidebar";

const Toasts = late(() => import("@/ui/Toasts"));
const Palette = late(() => import("./Palette"));
const ShortcutHelp = late(() => import("./ShortcutHelp"));

/** The frame around every page. */
export function Shell() {
  const t = useText(messages);
  const house = useHouseOfServer();
  const overlay = useOverlay();
  const main = useRef<HTMLElement>(null);
  const Main = useMatches({ select: (matches) => matches.some((match) => match.staticData.ownMain) }) ? "div" : "main";
  useEffect(listenToShortcuts, []);
  useEffect(() => followLive(queryClient), []);
  useEffect(() => followRecords(queryClient), []);
  useScrollToTop(main);
  useKeys();
  useEffect(prepare, []);

  return (
    <HouseContext value={house}>
      <a href="#main" className="sr-only z-60 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t("skip")}
      </a>
      <div className="flex h-dvh flex-col sm:flex-row print:block print:h-auto">
        <Sidebar onSearch={openPalette} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Notices />
          <Main ref={main as never} id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface outline-none print:overflow-visible">
            <Outlet />
          </Main>
        </div>
        <BottomBar />
      </div>
      <Suspense fallback={null}>
        <Toasts />
        {overlay === "palette" && <Palette onClose={() => show(null)} />}
        {overlay === "help" && <ShortcutHelp onClose={() => show(null)} />}
      </Suspense>
    </HouseContext>
  );
}

/** Fetches what opens on a click once the page is quiet, so that the first click finds it. */
const prepare = () => whenQuiet(() => void Promise.all([import("@/ui/MenuPopup"), import("@/ui/PopoverPopup"), import("@/ui/TooltipPopup"), import("@/ui/ModalPopup"), import("./Palette")]), 750);

function useHouseOfServer() {
  const organisation = useQuery(organisationQuery).data;
  const settings = useQuery(settingsQuery).data;
  return useMemo(() => {
    const plain = plainHouse(new Date());
    return {
      locale: settings?.locale ?? organisation?.locale ?? plain.locale,
      timeZone: settings?.timeZone ?? organisation?.timeZone ?? plain.timeZone,
      currency: settings?.currency ?? organisation?.currency ?? plain.currency,
      dateFormat: settings?.dateFormat ?? plain.dateFormat,
      weekStart: settings?.weekStart ?? plain.weekStart,
      today: organisation?.today ?? plain.today,
    };
  }, [organisation, settings]);
}

function useScrollToTop(main: React.RefObject<HTMLElement | null>) {
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [path, main]);
}

function useKeys() {
  const t = useText(messages);
  const navigate = useNavigate();
  const anywhere = t("anywhere");
  useShortcut({ keys: "mod+k", label: t("palette"), group: anywhere, run: openPalette });
  useShortcut({ keys: "?", label: t("thisHelp"), group: anywhere, run: openHelp });
  useShortcut({ keys: "z", also: "mod+z", label: t("undoLast"), group: anywhere, run: () => void undo() });
  useShortcut({ keys: "[", label: t("collapse"), group: anywhere, run: () => prefer({ sidebar: preferences().sidebar ? undefined : "icons" } as Parameters<typeof prefer>[0]) });
  useShortcut({ keys: "/", label: t("searchHere"), group: anywhere, run: () => (document.querySelector<HTMLElement>("#main [role=searchbox]") ?? { focus: openPalette }).focus() });
  const go = (letter: string) => () => {
    const page = pages.find((one) => one.letter === letter);
    if (page) void navigate({ to: page.to });
  };
  const group = t("goTo");
  const may = useMayAny();
  // One line per page, in the order of the sidebar; the list never changes while the page lives.
  for (const page of pages) useShortcut({ keys: `g ${page.letter}`, label: t(page.text), group, run: go(page.letter), enabled: may(page.needs) });
  useCommand({ id: "theme", label: t("switchTheme"), words: "dark light hell dunkel", run: () => prefer({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }) });
  useCommand({ id: "shortcuts", label: t("shortcuts"), keys: "?", run: openHelp });
}
