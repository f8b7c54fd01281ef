/** The next round number: 1, 2, 2.5 or 5 of a power of ten. */
export function roundUp(most: number): number {
  const power = Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((step) => Number(`${step}e${power}`)).find((step) => step >= most * (1 - 1e-9))!;
}
