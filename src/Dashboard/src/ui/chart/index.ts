export { ChartMenu, type ChartMenuProps } from "./ChartMenu";
export type { Bar, Ink, Mark, Picture, TableFormat } from "./types";
