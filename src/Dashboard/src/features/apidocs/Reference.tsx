import { useEffect, useRef } from "react";
import { createApiReference } from "@scalar/api-reference";
import "@scalar/api-reference/style.css";
import "./reference.css";
import { useShownTheme } from "@/lib/preferences";
import { textNow } from "@/i18n/messages";
import { mend } from "./mend";
import { messages } from "./messages";

/** Scalar, told to stay at home: no fonts, no proxy, no telemetry, no assistants, no sharing. */
export default function Reference() {
  const place = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const app = createApiReference(element, {
      url: "/openapi.json",
      theme: "none",
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      hideDarkModeToggle: true,
      forceDarkModeState: theme === "dark" ? "dark" : "light",
      showDeveloperTools: "never",
      documentDownloadType: "none",
      defaultOpenAllTags: false,
      persistAuth: false,
      proxyUrl: "",
      searchHotKey: "j",
      agent: { disabled: true },
    });
    const stop = mend(element, textNow(messages));
    return () => {
      stop();
      app.destroy();
    };
  }, [theme]);
  return <div ref={place} className="reference" />;
}
