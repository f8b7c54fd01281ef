import { useCallback, useState } from "react";

/** What somebody is writing in a form: begun once, changed part by part, and begun anew where somebody else's version is taken. */
export function useDraft<T extends object>(first: () => T) {
  const [{ draft, dirty }, setState] = useState(() => ({ draft: first(), dirty: false }));
  const set = useCallback((part: Partial<T>) => setState((before) => ({ draft: { ...before.draft, ...part }, dirty: true })), []);
  const begin = useCallback((anew: T) => setState({ draft: anew, dirty: false }), []);
  return { draft, dirty, set, begin };
}
