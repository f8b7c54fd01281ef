import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A table whose first column takes what is left, and whose lesser columns go where it is narrow. */
export function Rows({ label, heads, children }: { label: string; heads: readonly Head[]; children: ReactNode }) {
  return (
    <table aria-label={label} className="w-full border-t border-line text-table">
      <thead>
        <tr className="border-b border-line text-left text-muted">
          {heads.map((head) => (
            <th key={head.id} scope="col" className={cx("px-2 py-1.5 font-medium first:pl-0 last:pr-0", head.end && "text-right", head.wide && "max-sm:hidden")}>
              {head.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export interface Head {
  id: string;
  text: ReactNode;
  /** Numbers stand at the end. */
  end?: boolean;
  /** Only where there is room. */
  wide?: boolean;
}

export const Cell = ({ end, wide, children }: { end?: boolean; wide?: boolean; children: ReactNode }) => (
  <td className={cx("px-2 py-2 align-top first:pl-0 last:pr-0", end && "tabular text-right", wide && "max-sm:hidden")}>{children}</td>
);

export const Row = ({ children }: { children: ReactNode }) => <tr className="border-b border-line">{children}</tr>;

/** A client, and what is to be said about it. */
export const Named = ({ name, notes, bad }: { name: ReactNode; notes: readonly string[]; bad?: boolean }) => (
  <>
    <span className="font-medium wrap-anywhere">{name}</span>
    {notes.map((note) => (
      <span key={note} className={cx("block text-xs", bad ? "text-bad" : "text-muted")}>
        {note}
      </span>
    ))}
  </>
);
