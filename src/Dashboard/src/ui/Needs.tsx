import type { ReactNode } from "react";
import { Lock } from "lucide-react";
import { useMay, type Permission } from "@/api/may";
import { useText } from "@/i18n/messages";
import { EmptyState } from "./EmptyState";
import { messages } from "./messages";

/** A page for those who may; others who come by its address read what is missing. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useText(messages);
  if (useMay(permission)) return children;
  return (
    <EmptyState icon={<Lock aria-hidden />} title={t("notPermitted")}>
      {t("notPermittedHelp", { permission })}
    </EmptyState>
  );
}
