const most = 12;
const longest = 90;

/** Days after the first failure as they are typed, `1, 3, 5`; none for never. Null where they are no schedule: ascending, 1 to 90, at most 12. */
export function readDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const days = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0));
  return days.length <= most && days.every((day, at) => day > (days[at - 1] ?? 0) && day <= longest) ? days : null;
}
