/** How far it is to the next free site, in percent. With so many sites hosted and so many of them free, as many per free one as divide both evenly: 23 hosted, 1 free and 17 to go make one of 20 free, so 3 of 20 are there. */
export function progressOf(active: number, free: number, toNextFree: number): number {
  const per = (active + toNextFree) / (free + 1);
  return per > 0 ? Math.max(0, Math.round((100 * (per - toNextFree)) / per)) : 0;
}
