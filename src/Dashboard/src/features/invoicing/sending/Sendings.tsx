import { useMutation, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query";
import type { ClientLinkLine, SendingLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Pill, Section, toast, type Tone } from "@/ui";
import type { MailedDocument } from "./mail";
import { messages } from "./messages";
import { linksQuery, sendingsQuery, withdrawLink, withdrawSending } from "./queries";

const mailTones: Record<SendingLine["state"], Tone> = { scheduled: "open", underWay: "warn", sent: "good", failed: "bad", bounced: "bad", withdrawn: "quiet" };
const linkTones: Record<ClientLinkLine["state"], Tone> = { open: "good", expired: "quiet", withdrawn: "quiet" };

/** How an invoice left the house: its mails and the links that open it. */
export function Sendings({ invoice, bill }: { invoice: MailedDocument; bill: boolean }) {
  return (
    <>
      <Mails document={invoice} bill={bill} />
      <Links id={invoice.id} bill={bill} />
    </>
  );
}

/** The mails with a document, how far each is, and how to take one back. */
export function Mails({ document, bill }: { document: MailedDocument; bill: boolean }) {
  const t = useText(messages);
  const mails = useQuery(sendingsQuery(document));
  const withdraw = useWithdrawal(sendingsQuery(document).queryKey, (mail) => withdrawSending(document, mail));
  return (
    <Section title={t("mails")}>
      <ErrorText error={mails.error} onRetry={() => void mails.refetch()} />
      {mails.data?.items.length === 0 && <p className="text-table text-muted">{t("noMails")}</p>}
      <ul className="flex flex-col gap-3 text-table">{mails.data?.items.map((mail) => <Mail key={mail.id} mail={mail} {...(bill ? { onWithdraw: () => withdraw(mail.id) } : {})} />)}</ul>
    </Section>
  );
}

function Links({ id, bill }: { id: string; bill: boolean }) {
  const t = useText(messages);
  const links = useQuery(linksQuery(id));
  const withdraw = useWithdrawal(linksQuery(id).queryKey, (link) => withdrawLink(id, link));
  if (links.error === null && (links.data?.items.length ?? 0) === 0) return null;
  return (
    <Section title={t("links")}>
      <ErrorText error={links.error} onRetry={() => void links.refetch()} />
      <ul className="flex flex-col gap-3 text-table">{links.data?.items.map((link) => <Link key={link.id} link={link} {...(bill ? { onWithdraw: () => withdraw(link.id) } : {})} />)}</ul>
    </Section>
  );
}

/** Takes one of a list back, says so, and has the list asked for again. */
function useWithdrawal(list: QueryKey, run: (id: string) => Promise<unknown>) {
  const t = useText(messages);
  const queries = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => toast.done(t("withdrawn")), onError: (failed) => toast.error(failed), onSettled: () => queries.invalidateQueries({ queryKey: list }) }).mutate;
}

function Mail({ mail, onWithdraw }: { mail: SendingLine; onWithdraw?: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const about =
    mail.state === "scheduled" && mail.due
      ? t("goesAt", { at: formats.instant(mail.due) })
      : mail.state === "underWay" && mail.attempts > 0 && mail.nextAttemptAt
        ? t("nextTry", { attempts: formats.number(mail.attempts), at: formats.instant(mail.nextAttemptAt) })
        : formats.instant(mail.endedAt ?? mail.askedAt);
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <Pill tone={mailTones[mail.state]}>{t(`state_${mail.state}`)}</Pill>
        {onWithdraw && mail.state === "scheduled" && (
          <Button size="sm" tone="ghost" aria-label={t("withdrawMail", { subject: mail.subject })} onClick={onWithdraw}>
            {t("withdraw")}
          </Button>
        )}
      </span>
      <span className="break-words">{[...mail.to, ...mail.cc].join(", ")}</span>
      <span className="tabular text-xs text-muted">{about}</span>
      {mail.trouble && <span className="text-xs text-bad">{t(`trouble_${mail.trouble}`)}</span>}
      {mail.bounced.length > 0 && <span className="text-xs break-words text-bad">{t("bounced", { readers: mail.bounced.join(", ") })}</span>}
      {mail.bounceReason && <span className="text-xs break-words text-muted">{mail.bounceReason}</span>}
      {mail.refused.length > 0 && <span className="text-xs text-bad">{t("refused", { readers: mail.refused.join(", ") })}</span>}
    </li>
  );
}

function Link({ link, onWithdraw }: { link: ClientLinkLine; onWithdraw?: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const given = formats.instant(link.givenAt);
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <Pill tone={linkTones[link.state]}>{t(`link_${link.state}`)}</Pill>
        {onWithdraw && link.state === "open" && (
          <Button size="sm" tone="ghost" aria-label={t("withdrawLink", { day: given })} onClick={onWithdraw}>
            {t("withdraw")}
          </Button>
        )}
      </span>
      <span>{link.lastSeenOn ? t("seen", { day: formats.day(link.lastSeenOn) }) : t("notSeen")}</span>
      <span className="tabular text-xs text-muted">{[given, ...(link.sendingId ? [t("inMail")] : []), ...(link.onPaper ? [t("onPaper")] : []), ...(link.expiresOn ? [t("until", { day: formats.day(link.expiresOn) })] : [])].join(" · ")}</span>
    </li>
  );
}
