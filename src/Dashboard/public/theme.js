// Runs before the first paint: the theme is there from the start, nothing flashes.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("billing.preferences") || "{}");
  } catch {
    // Storage may be blocked; the system's choice serves then.
  }
  var dark = kept.theme === "dark" || (kept.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  if (kept.sidebar === "icons") root.dataset.sidebar = "icons";
  if (kept.language === "de" || (!kept.language && /^de\b/.test(navigator.language))) root.lang = "de";
})();
