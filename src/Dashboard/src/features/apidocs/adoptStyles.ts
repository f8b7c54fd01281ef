/**
 * The host forbids style elements. Scalar and its editor write theirs all the same, so while they are on screen every style element is made
 * inert and its text adopted as a constructed sheet, which the policy allows. Returns how to stop.
 */
export function adoptStyles(): () => void {
  const create = document.createElement.bind(document);
  const sheets = new Map<HTMLStyleElement, CSSStyleSheet>();
  const show = (shown = [...sheets].filter(([element]) => element.isConnected).map(([, sheet]) => sheet)) => {
    const ours = new Set(sheets.values());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => !ours.has(sheet)), ...shown];
  };
  const observer = new MutationObserver((records) => {
    const touched = records.flatMap(({ target, addedNodes, removedNodes }) => [target, target.parentNode, ...addedNodes, ...removedNodes].flatMap((node) => (node instanceof Element ? [...(node.matches("style") ? [node] : []), ...(node === target ? [] : node.querySelectorAll("style"))] : [])));
    for (const element of touched) sheets.get(element as HTMLStyleElement)?.replaceSync(element.textContent ?? "");
    if (touched.length > 0) show();
  });

  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) {
      element.type = "text/adopted";
      sheets.set(element, new CSSStyleSheet());
    }
    return element;
  }) as typeof document.createElement;
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    document.createElement = create;
    show([]);
  };
}
