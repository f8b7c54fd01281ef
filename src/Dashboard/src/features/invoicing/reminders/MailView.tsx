import type { MailPreview } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** A mail as its readers see it. The page inside can run nothing and open nothing. */
export function MailView({ mail }: { mail: MailPreview }) {
  const t = useText(messages);
  const formats = useFormats();
  const facts = [
    [t("to"), mail.to.join(", ")],
    [t("cc"), mail.cc.join(", ")],
    [t("attached"), mail.attachments.map((file) => file.name).join(", ")],
    [t("fee"), mail.fee ? formats.money(mail.fee) : ""],
  ].filter(([, value]) => value);
  return (
    <div className="flex flex-col gap-3">
      {facts.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-table">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <iframe title={t("mailOf", { subject: mail.subject })} sandbox="" srcDoc={mail.html} className="h-[34rem] w-full rounded-card border border-line bg-white" />
    </div>
  );
}
