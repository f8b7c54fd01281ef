import { Fragment } from "react";

const mac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Record<string, string> = { mod: mac ? "⌘" : "Ctrl", shift: "⇧", enter: "↵", escape: "Esc", " ": "Space", up: "↑", down: "↓" };

/** Keys as one presses them: `mod+k`, or a sequence `g b`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-0.5 text-muted">
      {keys.split(" ").map((chord, at) => (
        <Fragment key={at}>
          {chord.split("+").map((key) => (
            <kbd key={key} className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-canvas px-1 font-sans text-[11px] leading-none">
              {names[key] ?? key.toUpperCase()}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
