import type { ReactNode } from "react";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { Button, CardRows, EmptyState, Listed, Needs, Page } from "@/ui";

interface ListPageProps<T> {
  title: string;
  icon: ReactNode;
  /** What is said where there is nothing yet, and what the things are good for. */
  none: string;
  help: string;
  /** The way to one more, for whoever may arrange usage. */
  add: string;
  onAdd: () => void;
  more: string;
  list: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** What a row says and leads to. */
  row: (one: T) => ReactNode;
  /** What opens above the page. */
  children?: ReactNode;
}

/** A page that lists things by cursor, says when they could not be read, and how to make the first one. */
export function ListPage<T extends { id: string }>({ title, icon, none, help, add, onAdd, more, list, row, children }: ListPageProps<T>) {
  const items = list.data?.pages.flatMap((page) => page.items);
  const adding = useMay("usage.arrange") && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={onAdd}>
      {add}
    </Button>
  );
  return (
    <Needs permission="usage.see">
      <Page title={title} actions={items && items.length > 0 && adding}>
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <Listed
            list={list}
            empty={
              <EmptyState icon={icon} title={none} actions={adding}>
                {help}
              </EmptyState>
            }
            more={more}
          >
            {(items) => <CardRows label={title} items={items} rowKey={(one) => one.id} row={row} />}
          </Listed>
        </div>
        {children}
      </Page>
    </Needs>
  );
}

/** How the link of a row looks. */
export const rowClass = "flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover";
