/** The secret of a mailed link, from behind the `#`: no server ever sees it in an address. Taken out of the address bar at once. */
export function takeToken(): string {
  const token = decodeURIComponent(location.hash.slice(1));
  if (token) history.replaceState(history.state, "", location.pathname);
  return token;
}
