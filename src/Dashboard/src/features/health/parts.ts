const names = { database: "database", replica: "replica", mail: "mail", messages: "messages", "high-water mark": "highWaterMark" } as const;
export type PartName = (typeof names)[keyof typeof names] | "projection";

/** A part as the messages name it, and what of its name is its own; null for one that nobody knows here. */
export function partOf(name: string): { key: PartName; of: string } | null {
  const projection = /^projection (.+)$/.exec(name)?.[1];
  if (projection) return { key: "projection", of: projection };
  return Object.hasOwn(names, name) ? { key: names[name as keyof typeof names], of: "" } : null;
}
