/** Where the grid's focus is. Row −1 is the header; column 0 is the selection box where there is one. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads in a grid of that many rows and columns; null when the key does not move. */
export function move(from: Place, key: string, ctrl: boolean, rows: number, columns: number, page: number): Place | null {
  const row = (to: number) => ({ row: Math.max(-1, Math.min(rows - 1, to)), column: from.column });
  const column = (to: number) => ({ row: from.row, column: Math.max(0, Math.min(columns - 1, to)) });
  switch (key) {
    case "ArrowUp":
      return row(ctrl ? Math.min(0, from.row) : from.row - 1);
    case "ArrowDown":
      return row(ctrl ? rows - 1 : from.row + 1);
    case "ArrowLeft":
      return column(ctrl ? 0 : from.column - 1);
    case "ArrowRight":
      return column(ctrl ? columns - 1 : from.column + 1);
    case "PageUp":
      return row(Math.max(0, from.row - page));
    case "PageDown":
      return row(from.row + page);
    case "Home":
      return ctrl ? { row: 0, column: 0 } : column(0);
    case "End":
      return ctrl ? { row: rows - 1, column: columns - 1 } : column(columns - 1);
    default:
      return null;
  }
}

/** The next cell that can be edited, row by row; null at the end of the table. */
export function nextEditable(from: Place, step: 1 | -1, rows: number, columns: number, editable: (place: Place) => boolean): Place | null {
  for (let at = from.row * columns + from.column + step, tries = 0; at >= 0 && at < rows * columns && tries < columns * 50; at += step, tries++) {
    const place = { row: Math.floor(at / columns), column: at % columns };
    if (editable(place)) return place;
  }
  return null;
}
