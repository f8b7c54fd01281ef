import { useMutation } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMe } from "@/api/may";
import { session } from "@/api/session";
import type { Membership } from "@/api/types";
import { useText } from "@/i18n/messages";
import { goTo } from "@/lib/address";
import { ErrorText } from "@/ui";
import { OrganisationMark } from "@/ui/OrganisationMark";
import { Frame, linkClass } from "./Frame";
import { messages } from "./messages";

/** Several organisations: which one now? */
export function Choose() {
  const t = useText(messages);
  const me = useMe();
  const go = useMutation({
    mutationFn: async (to: Membership) => (to.id === me?.organisation.id ? null : ask(api.POST("/api/auth/switch", { body: { organisation: to.slug } }))),
    onSuccess: (tokens) => (tokens ? session.goOver(tokens) : goTo("/", true)),
  });
  return (
    <Frame
      title={t("chooseTitle")}
      about={t("chooseAbout")}
      foot={
        <button type="button" className={linkClass} onClick={() => void session.signOut()}>
          {t("signOut")}
        </button>
      }
    >
      <ErrorText error={go.error} className="mb-3" />
      <ul className="divide-y divide-line rounded-card border border-line">
        {me?.organisations.map((one, at) => (
          <li key={one.id}>
            <button type="button" autoFocus={at === 0} disabled={go.isPending} onClick={() => go.mutate(one)} className="flex w-full items-center gap-3 px-3 py-3 text-left outline-offset-[-2px] hover:bg-hover">
              <OrganisationMark name={one.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{one.name}</span>
                <span className="block text-table text-muted">{t(`role_${one.role}`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-faint" />
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
