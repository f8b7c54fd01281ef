/** What the address of the what-if says: which plan, and over which days. */
export interface WhatIfSearch {
  plan?: string;
  from?: string;
  to?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readWhatIfSearch(search: Record<string, unknown>): WhatIfSearch {
  const { plan, from, to } = search;
  return {
    ...(typeof plan === "string" && /^[a-z][a-z0-9_.-]{0,63}$/.test(plan) ? { plan } : {}),
    ...(typeof from === "string" && day.test(from) ? { from } : {}),
    ...(typeof to === "string" && day.test(to) ? { to } : {}),
  };
}
