import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

const drawn: Root[] = [];

/** Draws into the document; {@link clear} takes all of it away. */
export async function draw(what: ReactNode): Promise<{ redraw: (next: ReactNode) => Promise<void> }> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  drawn.push(root);
  const redraw = (next: ReactNode) => act(async () => root.render(next));
  await redraw(what);
  return { redraw };
}

export async function clear(): Promise<void> {
  await act(async () => drawn.splice(0).forEach((root) => root.unmount()));
  document.body.replaceChildren();
}

/** Presses a key where the focus is, as a person does; answers whether the browser would have acted on it too. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  let on = true;
  await act(async () => {
    on = (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  });
  return on;
}

/** Puts a text into the field that has the focus. */
export async function fill(text: string): Promise<void> {
  const field = document.activeElement as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
