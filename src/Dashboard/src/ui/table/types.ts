import type { ReactNode } from "react";
import type { Money } from "@/api/types";
import type { Option } from "../Select";
import type { Operator } from "./conditions";

/** What a cell holds, by kind: text, a day and a choice are text, money is {@link Money}. */
export type CellValue = string | number | Money | null;
export type Kind = "text" | "money" | "date" | "choice" | "number";
/** Fields to write; null clears. */
export type Change = Record<string, CellValue>;

/** Whole steps of a number, from the least to the most. */
export interface Steps {
  by: number;
  least: number;
  most: number;
}

/** One column: how it reads, looks, sorts, filters, edits, adds up, and what stands there while it loads. Order = default order. */
export interface Column<Row, Total = never> {
  id: string;
  header: string;
  kind: Kind;
  /** Pixels; the person may change it. */
  width: number;
  value: (row: Row) => CellValue;
  /** How it looks, when not as its kind does. */
  render?: (row: Row) => ReactNode;
  /** Text for copying and for screen readers, when the kind's own does not do. */
  text?: (row: Row) => string;
  /** The server's name of the sort field (client tables: any text). Absent: not sortable. */
  sort?: string;
  /** Offers a filter with these operators; absent operators mean all of the kind. */
  filter?: { operators?: readonly Operator[]; options?: readonly Option[]; single?: boolean };
  edit?: {
    /** Field of the {@link Change}. */
    field: string;
    options?: readonly Option[] | ((row: Row) => readonly Option[]);
    /** Money only. */
    currency?: (row: Row) => string;
    /** Numbers only: what the arrow keys go up and down by, and how far. */
    steps?: Steps;
    /** May not be emptied. */
    required?: boolean;
    /** Only rows that say yes. */
    when?: (row: Row) => boolean;
    /** Offered for many rows at once. */
    bulk?: boolean;
  };
  total?: (total: Total) => Money | string | null;
  /** Starts hidden. */
  hidden?: boolean;
  /** Always shown, sticks to the left edge. The first column, as a rule. */
  pinned?: boolean;
  /** Where it stands on a phone: the title, beside it, under it, a labelled line, or nowhere. Default: line. */
  card?: "title" | "side" | "under" | "line" | "none";
  /** How it looks on a card, when not as in the grid. */
  cardRender?: (row: Row) => ReactNode;
  /** Width of the skeleton in percent. Default 60. */
  skeleton?: number;
}

/** How cells are written. The kit shows the new value at once, the error at the cell, and both values on a conflict. */
export interface Editing<Row> {
  /** Grows with each change of the row, whoever made it; 0 before its first save. */
  version: (row: Row) => number;
  /** Writes and answers the row as it is now. Throws a Problem; a 409 carries `current`: the row as it is now. */
  save: (row: Row, change: Change) => Promise<Row>;
  /** The written row, to be put into the cache. Also called with "theirs" of a conflict. */
  onSaved: (row: Row, before: Row) => void;
  /** Takes one edit back; by default the old value is saved again. */
  revert?: (before: Row, after: Row, change: Change) => Promise<Row>;
}

export interface BulkAction<Row> {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** What to write to a row; null leaves it out. */
  change?: (row: Row) => Change | null;
  /** Or asks first, such as for a reason, how many are meant; what is then written to each row, null when nobody goes on. */
  ask?: (count: number) => Promise<((row: Row) => Change | null) | null>;
  /** Or do something of its own with the chosen rows. */
  run?: (rows: Row[]) => void;
}

/** Writing many rows at once, in pieces, with progress and one undo. */
export interface BulkWriting<Row> {
  /** Writes a piece (at most 200) onto the rows as they were seen and answers for each, in order; `theirs`: what somebody else made of it. */
  save: (changes: { row: Row; change: Change }[]) => Promise<({ row: Row } | { problem: string; theirs?: Row })[]>;
  /** Takes a written row back in another way than writing its old values (a row that was new goes away); false leaves it to those. */
  takeBack?: (before: Row, after: Row) => Promise<boolean>;
  /** What is done here stays done: no undo is offered. */
  lasting?: boolean;
  /** After the last piece: refresh what is shown. */
  onDone: () => void;
  /** All rows of the filter, page by page, for "all that match". Absent: only what is loaded can be chosen. */
  all?: (signal: AbortSignal) => AsyncIterable<Row[]>;
  actions?: readonly BulkAction<Row>[];
}

export interface More {
  has: boolean;
  loading: boolean;
  load: () => void;
}
