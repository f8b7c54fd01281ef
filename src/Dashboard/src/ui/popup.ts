/** The looks of lists that pop up, and of their items. */
export const popupClass = "popup max-h-[min(22rem,var(--available-height))] max-w-[var(--available-width)] overflow-y-auto overscroll-contain p-1 text-sm outline-none";
export const itemClass =
  "flex min-h-8 items-center gap-2 rounded-[5px] px-2 py-1 text-sm outline-none select-none data-disabled:text-faint data-highlighted:bg-hover pointer-coarse:min-h-10";
