import { Suspense, useCallback, useMemo, useState, type ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Building2, CalendarOff, FileUp, FlaskConical, HandCoins, Plus, ReceiptText } from "lucide-react";
import { useMay } from "@/api/may";
import { cyclesQuery, facilitiesQuery, groupsQuery } from "@/api/queries";
import type { BillingRow, Group } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, buttonClass, Chip, EmptyState, ErrorText, Page, Skeleton, Tabs, toast, useCommand, useShortcut } from "@/ui";
import { sortParam, useTableView } from "@/ui/table";
import { late } from "@/lib/late";
import { readRowName, rowName } from "../record/rows";
import { useStatuses } from "../record/useStatuses";
import { CycleNavigator } from "./CycleNavigator";
import { monthChoice, useGroupCycle, type CycleChoice } from "./cycles";
import { filterOf } from "./filter";
import { GroupSelect, GroupsPanel, towards } from "./GroupsPanel";
import { messages } from "./messages";
import { useGroupsPanel } from "./panel";
import { RowsTable } from "./RowsTable";
import { viewOf, type BillingSearch } from "./search";
import { useColumns } from "./useColumns";
import { useLiveRows } from "./useLiveRows";

const RecordSheet = late(() => import("../record/RecordSheet").then((part) => ({ default: part.RecordSheet })));
const FacilitySheet = late(() => import("../settings/FacilitySheet").then((part) => ({ default: part.FacilitySheet })));
const BillCycleSheet = late(() => import("./BillCycleSheet").then((part) => ({ default: part.BillCycleSheet })));
const YearView = late(() => import("./YearView").then((part) => ({ default: part.YearView })));

type SearchPart = { [K in keyof BillingSearch]?: BillingSearch[K] | undefined };

/** Billing: groups, cycles, the grid, the year, and the open record. Everything one looks at is in the address. */
export function BillingPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/facilities" });
  const navigate = useNavigate();
  const groups = useQuery(groupsQuery());
  const [adding, setAdding] = useState(false);
  const mode = viewOf(search);
  const panel = useGroupsPanel();
  /** Changes a part of the address; what is undefined leaves it. */
  const set = useCallback(
    (part: SearchPart, replace = false) =>
      void navigate({ to: "/facilities", replace, search: (before: BillingSearch) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)) as BillingSearch }),
    [navigate],
  );
  const newFacility = () => setAdding(true);
  const hasGroups = (groups.data?.items.length ?? 0) > 0;
  useLiveRows();
  const arrange = useMay("facilities.arrange");
  useShortcut({ keys: "c", label: t("newFacility"), group: t("billing"), enabled: hasGroups && arrange, run: newFacility });
  useCommand({ id: "new-facility", label: t("newFacility"), icon: <Building2 aria-hidden />, words: "facility einrichtung create add", run: newFacility }, hasGroups && arrange);

  const select = <GroupSelect groups={groups.data?.items} search={search} beside={panel.open} onShow={panel.toggle} onChoose={(group) => void navigate({ to: "/facilities", search: towards(search, group) })} />;
  return (
    <Page
      title={t("billing")}
      fill
      actions={
        arrange && <>
          <Link to="/facilities/import" className={buttonClass("secondary")}>
            <FileUp aria-hidden className="size-4" />
            {t("import")}
          </Link>
          {(hasGroups || !groups.data) && (
            <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={newFacility} className="max-sm:hidden">
              {t("newFacility")}
            </Button>
          )}
        </>
      }
      tabs={
        hasGroups || !groups.data ? (
          <Tabs
            label={t("views")}
            value={mode}
            onChange={(view) => set({ view, on: undefined, year: undefined })}
            tabs={[
              { value: "cycle", label: t("viewCycle") },
              { value: "all", label: t("viewAll") },
              { value: "year", label: t("viewYear") },
            ]}
          />
        ) : undefined
      }
    >
      {groups.error ? (
        <ErrorText error={groups.error} onRetry={() => void groups.refetch()} className="m-6" />
      ) : groups.data && !hasGroups ? (
        <NothingYet />
      ) : (
        <div className="flex min-h-0 flex-1">
          {panel.open && <GroupsPanel groups={groups.data?.items} search={search} onHide={panel.toggle} />}
          {mode === "year" ? (
            <Suspense fallback={<Skeleton className="m-6 h-64 w-full" />}>
              <YearView select={select} groups={groups.data?.items ?? []} search={search} onYear={(year) => set({ year }, true)} onOpen={(row) => set({ record: rowName(row), at: undefined })} />
            </Suspense>
          ) : (
            <Rows select={select} groups={groups.data?.items ?? []} search={search} set={set} onAdd={newFacility} />
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {search.record && (
          <RecordSheet
            key={"id" in readRowName(search.record) ? search.record : "new"}
            name={search.record}
            at={search.at}
            onAt={(at) => set({ at }, true)}
            onRenamed={(row) => rowName(row) !== search.record && set({ record: rowName(row), at: undefined }, true)}
            onClose={() => set({ record: undefined, at: undefined })}
          />
        )}
        {adding && <FacilitySheet facility={null} groupId={search.group} onClose={() => setAdding(false)} />}
      </Suspense>
    </Page>
  );
}

interface RowsProps {
  /** The choice of a group, where it does not stand beside the grid. */
  select: ReactNode;
  groups: readonly Group[];
  search: BillingSearch;
  set: (part: SearchPart) => void;
  onAdd: () => void;
}

function Rows({ select, groups, search, set, onAdd }: RowsProps) {
  const t = useText(messages);
  const house = useHouse();
  const queries = useQueryClient();
  const statuses = useStatuses();
  const [far, setFar] = useState(false);
  const mode = viewOf(search);
  const arrange = useMay("facilities.arrange");
  const bill = useMay("facilities.bill");
  const currencies = new Set(groups.filter((one) => !search.group || one.id === search.group).map((one) => one.currency));
  const columns = useColumns(statuses, { groups: !search.group, windows: mode === "all", currency: currencies.size === 1 ? [...currencies][0]! : null });
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const own = useGroupCycle(mode === "cycle" ? search.group : undefined, search.on, far);
  const choice: CycleChoice = search.group ? own : { ...monthChoice(search.on, groups, house.today), error: null };
  const { cycle } = choice;
  const from = cycle?.from;
  const through = cycle?.through;
  const filter = useMemo(() => {
    const sort = sortParam(view.view.sort, columns);
    if (mode === "all") return filterOf(search, view.view, null, sort, house.today);
    return from && through ? filterOf(search, view.view, { from, through }, sort, house.today) : undefined;
  }, [mode, search.group, search.facility, view.view, columns, from, through, house.today]);

  const toDay = (day: Day) => {
    if (!search.group) return set({ on: day });
    queries
      .fetchQuery(cyclesQuery(search.group, { on: day, past: 0, future: 0 }))
      .then(({ items }) => items[0] && set({ on: items[0].billingDate }))
      .catch(toast.error);
  };
  const onOpen = useCallback((row: BillingRow) => set({ record: rowName(row), at: undefined }), [set]);

  if (mode === "cycle" && cycle === null)
    return (
      <div className="min-w-0 flex-1">
        <div className="px-4 py-2 sm:px-6">{select}</div>
        <EmptyState icon={<CalendarOff aria-hidden />} title={t("noCycles")} actions={arrange && <Link to="/settings" search={{ tab: "groups", edit: search.group! }} className={buttonClass("primary")}>{t("addDates")}</Link>}>
          {t("noCyclesHelp")}
        </EmptyState>
      </div>
    );
  const group = groups.find((one) => one.id === search.group);
  const bare = group ? group.facilities === 0 : groups.every((one) => one.facilities === 0);
  return (
    <>
      <RowsTable
        columns={columns}
        view={view}
        filter={filter}
        statuses={statuses}
        error={choice.error}
        onOpen={onOpen}
        empty={
          bare
            ? { icon: <Building2 aria-hidden />, title: t("emptyGroup"), text: t("emptyGroupHelp"), actions: arrange && <Button tone="primary" onClick={onAdd}>{t("newFacility")}</Button> }
            : mode === "all"
              ? { icon: <ReceiptText aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: <ImportLinks /> }
              : { icon: <CalendarOff aria-hidden />, title: t("emptyCycle"), text: t("emptyCycleHelp"), actions: <Button onClick={() => set({ view: "all" })}>{t("viewAll")}</Button> }
        }
        toolbar={
          <>
            {select}
            {mode === "cycle" && <CycleNavigator choice={choice} months={!search.group} onGo={(on) => set({ on })} onDay={toDay} far={far} onWantsFar={() => setFar(true)} />}
            {mode === "cycle" && group && cycle && bill && (
              <Button size="sm" icon={<HandCoins aria-hidden className="size-4" />} onClick={() => set({ billing: true })}>
                {t("billCycle")}
              </Button>
            )}
            {search.facility && <FacilityChip id={search.facility} onRemove={() => set({ facility: undefined })} />}
          </>
        }
      />
      <Suspense fallback={null}>{search.billing && mode === "cycle" && group && cycle && bill && <BillCycleSheet group={group} cycle={cycle} onClose={() => set({ billing: undefined })} />}</Suspense>
    </>
  );
}

function FacilityChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useText(messages);
  const known = useQuery(facilitiesQuery({ archived: "all" })).data?.items.find((one) => one.id === id);
  return (
    <Chip name={known?.name ?? t("facility")} onRemove={onRemove}>
      <span className="text-muted">{t("facility")}</span> <span className="max-w-48 truncate font-medium">{known?.name ?? "…"}</span>
    </Chip>
  );
}

const ImportLinks = () => {
  const t = useText(messages);
  return useMay("facilities.arrange") && (
    <Link to="/facilities/import" className={buttonClass("primary")}>
      <FileUp aria-hidden className="size-4" />
      {t("importFile")}
    </Link>
  );
};

/** The very first visit: what belongs here, and three ways to get it. */
function NothingYet() {
  const t = useText(messages);
  const arrange = useMay("facilities.arrange");
  return (
    <EmptyState
      icon={<ReceiptText aria-hidden />}
      title={t("empty")}
      actions={
        arrange && <>
          <ImportLinks />
          <Link to="/facilities/import" search={{ sample: true }} className={buttonClass()}>
            <FlaskConical aria-hidden className="size-4" />
            {t("trySample")}
          </Link>
          <Link to="/settings" search={{ tab: "groups", edit: "new" }} className={buttonClass()}>
            {t("newGroup")}
          </Link>
        </>
      }
    >
      {t("emptyHelp")}
    </EmptyState>
  );
}
