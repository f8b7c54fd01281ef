import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Building, ChevronsUpDown, Users } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMayAny, useMe } from "@/api/may";
import { organisationQuery } from "@/api/queries";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { Menu, Skeleton, toast, type MenuContent } from "@/ui";
import { OrganisationMark } from "@/ui/OrganisationMark";
import { messages } from "./messages";

/** The organisation one is in, one's role there, and the way to the others. Where nobody signs in it is only a name. */
export function OrganisationMenu({ narrow }: { narrow: boolean }) {
  const t = useText(messages);
  const me = useMe();
  const may = useMayAny();
  const navigate = useNavigate();
  const { data } = useQuery({ ...organisationQuery, enabled: !me });
  const name = me?.organisation.name ?? data?.name;
  if (!name) return <Skeleton className={narrow ? "size-7" : "h-7 w-40"} />;
  if (!me)
    return (
      <>
        <OrganisationMark name={name} alone={narrow} className={narrow ? "" : "ml-1"} />
        {!narrow && <span className="truncate font-semibold tracking-tight">{name}</span>}
      </>
    );
  const goTo = (slug: string, to: string) => {
    toast.info(t("switching", { name: to }));
    ask(api.POST("/api/auth/switch", { body: { organisation: slug } })).then((tokens) => session.goOver(tokens), toast.error);
  };
  const items: MenuContent = [
    t("organisations"),
    ...me.organisations.map((one) => ({ id: one.id, label: one.name, checked: one.id === me.organisation.id, onSelect: () => one.id !== me.organisation.id && goTo(one.slug, one.name) })),
    null,
    { id: "settings", label: t("organisationSettings"), icon: <Building />, onSelect: () => void navigate({ to: "/settings/organisation" }) },
    ...(may("people.see") ? [{ id: "people", label: t("people"), icon: <Users />, onSelect: () => void navigate({ to: "/settings/people" }) }] : []),
  ];
  return (
    <Menu
      items={items}
      trigger={
        <button type="button" aria-label={narrow ? t("organisationMenu", { name }) : undefined} className="flex h-11 min-w-0 flex-1 items-center gap-2.5 rounded-md px-1.5 text-left hover:bg-hover">
          <OrganisationMark name={name} className={narrow ? "mx-auto" : ""} />
          {!narrow && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate leading-4 font-semibold tracking-tight">{name}</span>
                <span className="block text-xs text-muted">{t(`role_${me.role}`)}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
            </>
          )}
        </button>
      }
    />
  );
}
