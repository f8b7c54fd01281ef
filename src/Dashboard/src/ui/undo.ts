/** Something that can be taken back. */
export interface Undoable {
  /** What was done, in the past tense: "3 records marked paid". */
  label: string;
  undo: () => Promise<unknown> | unknown;
}

/** The latest things that can be taken back, newest last. Taking one removes it, so nothing is undone twice. */
export class UndoStack {
  private entries: { id: number; entry: Undoable }[] = [];
  private next = 1;
  private readonly depth: number;

  constructor(depth = 20) {
    this.depth = depth;
  }

  push(entry: Undoable): number {
    const id = this.next++;
    this.entries = [...this.entries, { id, entry }].slice(-this.depth);
    return id;
  }

  /** The newest, or the one named; undefined when it is gone. */
  take(id?: number): Undoable | undefined {
    const found = id === undefined ? this.entries.at(-1) : this.entries.find((one) => one.id === id);
    this.entries = this.entries.filter((one) => one !== found);
    return found?.entry;
  }

  get size(): number {
    return this.entries.length;
  }
}

export const undoStack = new UndoStack();
