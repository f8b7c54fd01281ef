import { lazy, Suspense } from "react";
import { FileJson } from "lucide-react";
import { useText } from "@/i18n/messages";
import { buttonClass, Loading, Page, Skeleton } from "@/ui";
import { adoptStyles } from "./adoptStyles";
import { messages } from "./messages";

// Before Scalar's own code runs: no style elements, and no code written at run time by its zod. The host forbids both.
const Reference = lazy(async () => {
  adoptStyles();
  (await import("zod/v4/core")).config({ jitless: true });
  return import("./Reference");
});

/** The description of the API to read and to try. Bundled: nothing is loaded from outside. */
export function ApiPage() {
  const t = useText(messages);
  return (
    <Page
      landmark
      title={t("title")}
      about={t("about")}
      actions={
        <a href="/openapi.json" className={buttonClass("secondary", "sm")}>
          <FileJson aria-hidden className="size-4" />
          {t("description")}
        </a>
      }
    >
      <Suspense
        fallback={
          <Loading className="grid grid-cols-[16rem_1fr] gap-8 p-6">
            <Skeleton className="h-96" />
            <Skeleton className="h-96" />
          </Loading>
        }
      >
        <Reference />
      </Suspense>
    </Page>
  );
}
