/** The look of everything one types into. */
export const controlClass =
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-faint pointer-coarse:h-10 pointer-coarse:text-base " +
  "focus:border-accent-ink focus:outline-2 focus:outline-offset-[-1px] focus:outline-accent-ink data-invalid:border-bad aria-invalid:border-bad disabled:bg-hover disabled:text-muted";
