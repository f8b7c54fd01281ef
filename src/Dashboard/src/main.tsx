import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "@/api/queryClient";
import { Gate } from "@/app/Gate";
import { followRefusals } from "@/i18n/refusals";
import "./styles.css";

// A chunk of the version before is gone after an update of the server: load the page anew, once.
addEventListener("vite:preloadError", () => {
  if (sessionStorage.getItem("billing.reloaded") === location.href) return;
  sessionStorage.setItem("billing.reloaded", location.href);
  location.reload();
});

followRefusals();

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Gate />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
