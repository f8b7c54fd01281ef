/** A colour by its name in the theme. */
export type Ink = "ink" | "muted" | "surface" | "pressed" | "line-strong" | "accent" | "accent-ink" | "accent-soft" | "good" | "open" | "warn" | "bad";

/** A bar that lies: from where to where, as shares of the whole width. */
export interface Bar {
  label: string;
  value: string;
  ink: Ink;
  from: number;
  to: number;
  /** What it is compared with. */
  mark?: number | undefined;
}

/** A word beside the plot; `at` is a share of its height from the top, or of its width. */
export interface Mark {
  at: number;
  text: string;
}

/** What a chart says when it stands alone. */
export interface Picture {
  title: string;
  /** The unit and the days. */
  about: string;
  /** What each colour stands for; `line` where it is drawn as a line. */
  legend: readonly { label: string; ink: Ink; line?: boolean }[];
  plot: { svg: SVGSVGElement } | { bars: readonly Bar[] };
  scale?: readonly Mark[];
  axis?: readonly Mark[];
}

export type TableFormat = "csv" | "xlsx" | "json";
