/** Milliseconds between two looks. */
const POLL = 400;

/** Does something long, and tells meanwhile how far it has come. What cannot be seen yet is looked for again. */
export async function watched<T, S>(act: () => Promise<T>, look: () => Promise<S>, told: (seen: S) => void): Promise<T> {
  let over = false;
  const watch = setInterval(() => void look().then((seen) => over || told(seen), () => undefined), POLL);
  try {
    return await act();
  } finally {
    over = true;
    clearInterval(watch);
  }
}
