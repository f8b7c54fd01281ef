import { useCallback } from "react";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** What a category is called: those with a meaning by a word, one's own as it was written. */
export function useCategoryName(): (code: string) => string {
  const t = useText(messages);
  return useCallback(
    (code) => {
      if (code === "website") return t("category_website");
      if (code === "landing-page") return t("category_landingPage");
      if (code === "migration") return t("category_migration");
      if (code === "multi-form") return t("category_multiForm");
      if (code === "basic-form") return t("category_basicForm");
      return code;
    },
    [t],
  );
}
