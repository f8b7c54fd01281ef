import { useCallback, useState } from "react";

const KEY = "billing.groups-panel";

/** Whether the groups stand beside the grid; kept in this browser. */
export function useGroupsPanel() {
  const [open, setOpen] = useState(() => localStorage.getItem(KEY) !== "closed");
  const toggle = useCallback(() => {
    setOpen((before) => {
      if (before) localStorage.setItem(KEY, "closed");
      else localStorage.removeItem(KEY);
      return !before;
    });
  }, []);
  return { open, toggle };
}
