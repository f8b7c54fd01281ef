import { getRouteApi } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, Needs, Page, Skeleton, Tabs, useCommand, useShortcut } from "@/ui";
import { SettingsFrame } from "@/ui/settings";
import { Invitations } from "./Invitations";
import { InviteSheet } from "./InviteSheet";
import { Matrix } from "./Matrix";
import { MemberLine } from "./MemberLine";
import { messages } from "./messages";
import { peopleQuery } from "./queries";

const route = getRouteApi("/settings/people");

/** Who belongs to the organisation, who is invited, and who may what. */
export function PeoplePage() {
  const t = useText(messages);
  const may = useMay("people.arrange");
  const { show, invite } = route.useSearch();
  const navigate = route.useNavigate();
  const people = useQuery({ ...peopleQuery, enabled: useMay("people.see") });
  const open = () => void navigate({ search: { ...(show ? { show } : {}), invite: true } });
  const close = () => void navigate({ search: show ? { show } : {}, replace: true });
  useShortcut({ keys: "c", label: t("invite"), group: t("title"), enabled: may, run: open });
  useCommand({ id: "invite", label: t("inviteTitle"), icon: <UserPlus aria-hidden />, words: "invite einladen person user", run: open }, may);
  return (
    <SettingsFrame>
      <Needs permission="people.see">
      <Page
        title={t("title")}
        actions={
          may && (
            <Button tone="primary" icon={<UserPlus aria-hidden className="size-4" />} onClick={open}>
              {t("invite")}
            </Button>
          )
        }
        tabs={
          <Tabs
            label={t("views")}
            value={show ?? "people"}
            onChange={(next) => void navigate({ search: next === "people" ? {} : { show: next }, replace: true })}
            tabs={[
              { value: "people", label: t("people"), ...(people.data ? { count: people.data.items.length } : {}) },
              { value: "matrix", label: t("matrix") },
            ]}
          />
        }
      >
        {show === "matrix" ? (
          <Matrix />
        ) : (
          <div className="flex max-w-4xl flex-col gap-8 p-4 sm:p-6">
            {people.error && !people.data ? (
              <ErrorText error={people.error} onRetry={() => void people.refetch()} />
            ) : !people.data ? (
              <Loading className="flex flex-col gap-3">
                {Array.from({ length: 4 }, (_, at) => (
                  <Skeleton key={at} className="h-12" />
                ))}
              </Loading>
            ) : (
              <ul className="divide-y divide-line rounded-card border border-line">
                {people.data.items.map((one) => (
                  <MemberLine key={one.id} one={one} may={may} />
                ))}
              </ul>
            )}
            {may && <Invitations />}
          </div>
        )}
        {invite && may && <InviteSheet onClose={close} />}
      </Page>
      </Needs>
    </SettingsFrame>
  );
}
