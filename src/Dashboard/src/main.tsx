import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "@/api/queryClient";
import { Gate } from "@/app/Gate";
import { textNow } from "@/i18n/messages";
import { onMissingPart } from "@/lib/late";
import { messages } from "@/ui/messages";
import { toast } from "@/ui/toast";
import { followRefusals } from "@/i18n/refusals";
import "./styles.css";

followRefusals();
onMissingPart(() => {
  const t = textNow(messages);
  toast.info(t("partMissing"), { detail: t("partMissingHelp"), timeout: 0 });
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Gate />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
