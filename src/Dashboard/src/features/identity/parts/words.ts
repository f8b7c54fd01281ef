import type { Role } from "@/api/types";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** Lowest first. */
export const roles: readonly Role[] = ["viewer", "member", "manager", "admin", "owner"];
export const rankOf = (role: Role) => roles.indexOf(role);

/** The words for roles and permissions; a permission that is newer than these words keeps the server's own. */
export function useWords() {
  const t = useText(messages);
  return {
    role: (role: Role) => t(`role_${role}`),
    roleHint: (role: Role) => t(`roleHint_${role}`),
    permission: (name: string, meaning: string) => {
      const key = `permission_${name.replace(".", "_")}`;
      return key in messages.en ? t(key as "permission_people_see") : meaning;
    },
  };
}

const browsers: readonly [RegExp, string][] = [[/Edg\//, "Edge"], [/OPR\//, "Opera"], [/Firefox\//, "Firefox"], [/Chrome\/|CriOS\//, "Chrome"], [/Safari\//, "Safari"]];
const systems: readonly [RegExp, string][] = [[/iPhone|iPad/, "iOS"], [/Android/, "Android"], [/Mac OS X|Macintosh/, "macOS"], [/Windows/, "Windows"], [/CrOS/, "ChromeOS"], [/Linux|X11/, "Linux"]];

/** "Chrome · macOS" of what a browser calls itself; anything else as it is. */
export function deviceName(agent: string): string {
  const named = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  return browser && system ? `${browser} · ${system}` : (browser ?? (agent.slice(0, 60) || "–"));
}

export const isPhone = (agent: string) => /iPhone|Android.*Mobile|Mobile Safari/.test(agent);
