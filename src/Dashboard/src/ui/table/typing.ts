/** What of a key press matters to typing. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey"> & { getModifierState: (key: "AltGraph") => boolean };

/**
 * The character that a key types; "…" for one that only begins a character (a dead key, an input method), so that the browser must finish it;
 * null for every other key. The space is none: in a table it chooses rows.
 */
export function typedBy(press: KeyPress): string | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (key === "Dead" || key === "Process") return "…";
  if ([...key].length !== 1 || key === " ") return null;
  // AltGr is Ctrl+Alt on some systems; Option types signs on others.
  if (press.getModifierState("AltGraph")) return key;
  if (ctrlKey || metaKey || (altKey && key <= "~")) return null;
  return key;
}
