const reasons = { "model-unknown": "why_modelUnknown", "model-missing": "why_modelMissing", "tier-unknown": "why_tierUnknown", "kind-unpriced": "why_kindUnpriced", "fast-unpriced": "why_fastUnpriced", "hour-unknown": "why_hourUnknown", "tokens-inconsistent": "why_inconsistent", "too-many-tokens": "why_inconsistent" } as const;

/** The text that says why the price book has no price for a record, and what to do. */
export const reasonOf = (code: string) => (Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : "why_other");
