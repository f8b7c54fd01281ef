/**
 * Does something once the page has shown itself and nothing on it has loaded for so many milliseconds; the function it answers calls that off. On a slow
 * machine that is later: what may wait never comes before what is waited for.
 */
export function whenQuiet(act: () => void, milliseconds: number) {
  let wasQuiet = false;
  const look = () => {
    const quiet = document.querySelector("main :is(h1, h2)") !== null && document.querySelector("[aria-busy=true], [data-loading]") === null;
    if (quiet && wasQuiet) return act();
    wasQuiet = quiet;
    timer = setTimeout(look, milliseconds);
  };
  let timer = setTimeout(look, milliseconds);
  return () => clearTimeout(timer);
}
