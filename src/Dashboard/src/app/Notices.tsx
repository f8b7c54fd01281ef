import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FlaskConical, MailWarning, TriangleAlert, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, ask } from "@/api/client";
import { useMay, useMe } from "@/api/may";
import { clockQuery, keys, organisationQuery, tenantQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Button, IconButton, buttonClass, toast } from "@/ui";
import { SampleButtons, useSampleText } from "./SampleNotice";
import { messages } from "./messages";

/** What everybody in the organisation, or this person, must not overlook; over every page. */
export function Notices() {
  const me = useMe();
  return me ? (
    <>
      <TestMode />
      <Deletion />
      {!me.person.emailVerified && <Verify email={me.person.email} />}
    </>
  ) : null;
}

function TestMode() {
  const t = useText(messages);
  const formats = useFormats();
  const here = useQuery(organisationQuery).data;
  const may = useMay("organisation.arrange");
  const clock = useQuery({ ...clockQuery, enabled: useMay("organisation.see") && here?.testMode === true }).data;
  if (!here?.testMode) return null;
  if (clock?.sample) return <SampleCompany today={clock.today} />;
  return (
    <Notice tone="bg-warn-soft text-warn" icon={<FlaskConical aria-hidden />} text={t("testNotice", { day: formats.day(here.today) })}>
      {may && (
        <Link to="/settings/clock" className={buttonClass("secondary", "sm")}>
          {t("testClock")}
        </Link>
      )}
    </Notice>
  );
}

function SampleCompany({ today }: { today: Day }) {
  return (
    <Notice tone="bg-warn-soft text-warn" icon={<FlaskConical aria-hidden />} text={useSampleText(today)}>
      <SampleButtons />
    </Notice>
  );
}

function Deletion() {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const may = useMay("organisation.own");
  const tenant = useQuery({ ...tenantQuery, enabled: useMay("organisation.see") }).data;
  const keep = useMutation({
    mutationFn: () => ask(api.POST("/api/tenants/me/restore")),
    onError: (error) => toast.error(error),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.tenant] }),
  });
  if (!tenant?.deleteOn) return null;
  return (
    <Notice tone="bg-bad-soft text-bad" icon={<TriangleAlert aria-hidden />} text={t("deletionNotice", { day: formats.day(tenant.deleteOn) })}>
      {may && (
        <Button size="sm" busy={keep.isPending} onClick={() => keep.mutate()}>
          {t("deletionUndo")}
        </Button>
      )}
    </Notice>
  );
}

function Verify({ email }: { email: string }) {
  const t = useText(messages);
  const [closed, setClosed] = useState(false);
  const send = useMutation({ mutationFn: () => api.POST("/api/auth/email/verification"), onSuccess: () => toast.done(t("verifySent")), onError: (error) => toast.error(error) });
  if (closed) return null;
  return (
    <Notice tone="bg-canvas text-muted" icon={<MailWarning aria-hidden />} text={t("verifyNotice", { email })}>
      <Button size="sm" busy={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate()}>
        {t("verifyAgain")}
      </Button>
      <IconButton size="iconSm" label={t("later")} icon={<X aria-hidden />} onClick={() => setClosed(true)} />
    </Notice>
  );
}

const Notice = ({ tone, icon, text, children }: { tone: string; icon: ReactNode; text: string; children: ReactNode }) => (
  <div role="status" className={`flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-1.5 text-table sm:px-6 [&_svg]:size-4 [&_svg]:shrink-0 ${tone}`}>
    {icon}
    <span className="min-w-0 flex-1 basis-44 break-words">{text}</span>
    {children}
  </div>
);
