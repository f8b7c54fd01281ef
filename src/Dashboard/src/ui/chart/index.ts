export { ChartMenu, type ChartMenuProps } from "./ChartMenu";
export { Plot, type PlotProps } from "./Plot";
export type { Bar, Ink, Mark, Picture, TableFormat } from "./types";
