/**
 * The host forbids style elements, and Scalar and its editor write theirs all the same. From the first visit of the page on, a style element
 * made by a script is an element without meaning whose text is adopted as a constructed sheet: that the policy allows. Once is enough.
 */
let adopting = false;
const STAND_IN = "x-style";

export function adoptStyles(): void {
  if (adopting) return;
  adopting = true;
  const create = document.createElement.bind(document);
  const sheets = new Map<Element, CSSStyleSheet>();
  const show = () => {
    const ours = new Set(sheets.values());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => !ours.has(sheet)), ...[...sheets].filter(([element]) => element.isConnected).map(([, sheet]) => sheet)];
  };
  const standInsOf = (node: Node | null): Element[] => (node instanceof Element ? [...(node.localName === STAND_IN ? [node] : []), ...node.querySelectorAll(STAND_IN)] : []);

  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    if (name.toLowerCase() !== "style") return create(name, options);
    const element = create(STAND_IN);
    element.hidden = true;
    sheets.set(element, new CSSStyleSheet());
    return element;
  }) as typeof document.createElement;

  new MutationObserver((records) => {
    const touched = new Set(records.flatMap(({ target, addedNodes, removedNodes }) => [...[target, target.parentNode].filter((node) => node instanceof Element && node.localName === STAND_IN), ...[...addedNodes, ...removedNodes].flatMap(standInsOf)] as Element[]));
    for (const element of touched) sheets.get(element)?.replaceSync(element.textContent ?? "");
    if (touched.size > 0) show();
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
