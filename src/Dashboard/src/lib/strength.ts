/** 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export const SHORTEST = 8;
const usual = ["password", "passwort", "welcome", "willkommen", "qwertz", "qwerty", "letmein", "admin", "summer", "sommer", "winter", "secret", "geheim", "billing", "hallo", "hello", "monkey", "dragon", "master", "login"];

/**
 * How hard a password is to guess, roughly: its characters times the choice there was for each, where words that everybody knows, runs and
 * repetitions count for little. Only a hint while one types; the server decides.
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  const characters = [...password];
  if (characters.length < SHORTEST) return 0;
  const words = [...usual, ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3)];
  let plain = password.toLowerCase().replace(/(19|20)\d\d/g, "\u0000");
  for (const word of words) plain = plain.replaceAll(word, "\u0000");
  const rest = [...plain];
  const length = rest.reduce((sum, one, at) => sum + (at > 0 && Math.abs(one.codePointAt(0)! - rest[at - 1]!.codePointAt(0)!) <= 1 ? 0.2 : 1), 0);
  const bits = length * Math.log2(choiceOf(password));
  return bits < 32 || new Set(rest).size < 4 ? 1 : bits < 48 ? 2 : bits < 66 ? 3 : 4;
}

const kinds: readonly [RegExp, number][] = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[^A-Za-z\d\s]/, 30], [/\s/, 4]];
const choiceOf = (password: string) => Math.max(10, kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0));
