import { Link, type ErrorComponentProps } from "@tanstack/react-router";
import { Compass, Unplug } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, EmptyState, explain, Loading, Skeleton } from "@/ui";
import { messages } from "./messages";

export function NotFound() {
  const t = useText(messages);
  return (
    <EmptyState icon={<Compass aria-hidden />} title={t("notFound")} actions={<Link to="/" className={buttonClass("primary")}>{t("backToOverview")}</Link>}>
      {t("notFoundHelp")}
    </EmptyState>
  );
}

export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useText(messages);
  return (
    <EmptyState
      icon={<Unplug aria-hidden />}
      title={t("pageBroke")}
      actions={
        <Button tone="primary" onClick={() => (reset(), location.reload())}>
          {t("reload")}
        </Button>
      }
    >
      {explain(error).detail}
    </EmptyState>
  );
}

export const Pending = () => (
  <Loading className="flex flex-col gap-4 px-6 py-4">
    <Skeleton className="h-5 w-40" />
    <Skeleton className="mt-4 h-8 w-full" />
    <Skeleton className="h-8 w-full" />
    <Skeleton className="h-8 w-2/3" />
  </Loading>
);
