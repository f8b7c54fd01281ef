import type { Translate } from "@/i18n/messages";
import type { messages } from "./messages";

/**
 * What Scalar's page lacks for screen readers, put right as it renders: names of buttons, roles that are not allowed where they stand.
 * Each line names what axe finds without it. Returns how to stop.
 */
export function mend(root: HTMLElement, t: Translate<(typeof messages)["en"]>): () => void {
  const drop = (attribute: string) => (element: Element) => element.removeAttribute(attribute);
  const fixes: readonly [string, (element: Element) => void][] = [
    ["button[aria-selected]:not([role=tab]):not([role=option])", drop("aria-selected")],
    ["button[role=search]", drop("role")],
    [".sidebar-search-placeholder", (element) => element.removeAttribute("aria-hidden")],
    ["aside[role=navigation]", drop("role")],
    ["[role=tablist] button:not([role])", (element) => element.setAttribute("role", "tab")],
    [".client-libraries__select", (element) => element.setAttribute("aria-label", t("more"))],
    ["button[class*=copy-button]", (element) => element.setAttribute("aria-label", t("copy"))],
    [".scalar-card[role=region]", drop("role")],
    [".show-more[aria-label]", drop("aria-label")],
    ["ul.endpoints:not([tabindex])", (element) => element.setAttribute("tabindex", "0")],
    ["[tabindex='0']:not([role]):not(ul):not(a):not(button):not(input)[aria-label]", (element) => element.setAttribute("role", "group")],
  ];
  const fix = () => {
    for (const [selector, act] of fixes) root.querySelectorAll(selector).forEach(act);
  };
  let asked = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(fix);
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-selected", "role"] });
  fix();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(asked);
  };
}
