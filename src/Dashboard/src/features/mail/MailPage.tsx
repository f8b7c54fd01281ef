import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Inbox, MailQuestion } from "lucide-react";
import { api, ask } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { useNow } from "@/lib/useNow";
import { AgoText, buttonClass, EmptyState, ErrorText, Loading, Page, Skeleton } from "@/ui";
import { messages } from "./messages";

/** What would have been mailed, on a developer's machine. Stands beside the product: nobody needs to be signed in. */
export default function MailPage() {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow(10_000);
  const { data, error, refetch } = useQuery({ queryKey: ["dev-mails"], queryFn: ({ signal }) => ask(api.GET("/api/dev/mails", { signal })), refetchInterval: (query) => (query.state.error ? false : 3_000) });
  const [chosen, setChosen] = useState<string | null>(null);
  const mail = data?.items.find((one) => one.id === chosen) ?? data?.items[0];
  const product = (
    <a href="/" className={buttonClass("secondary", "sm")}>
      {t("back")}
    </a>
  );
  if (isProblem(error) && error.status === 404)
    return (
      <main className="flex min-h-dvh items-center bg-surface">
        <EmptyState icon={<MailQuestion aria-hidden />} title={t("gone")} actions={product}>
          {t("goneHelp")}
        </EmptyState>
      </main>
    );
  return (
    <main className="h-dvh bg-surface">
      <Page title={t("title")} fill about={<span className="hidden lg:inline">{t("about")}</span>} actions={product}>
        {error && !data ? (
          <ErrorText className="m-6" error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading className="p-6">
            <Skeleton className="h-40" />
          </Loading>
        ) : !mail ? (
          <EmptyState icon={<Inbox aria-hidden />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        ) : (
          <div className="flex min-h-0 flex-1 flex-col md:flex-row">
            <ul aria-label={t("list")} className="max-h-56 shrink-0 overflow-y-auto border-b border-line md:max-h-none md:w-80 md:border-r md:border-b-0">
              {data.items.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-current={one.id === mail.id || undefined} onClick={() => setChosen(one.id)} className={cx("block w-full border-b border-line px-4 py-2.5 text-left outline-offset-[-2px] hover:bg-hover", one.id === mail.id && "bg-pressed")}>
                    <span className="block truncate font-medium">{one.subject}</span>
                    <span className="flex gap-2 text-table text-muted">
                      <span className="min-w-0 flex-1 truncate">{one.to}</span>
                      <AgoText at={one.at} now={now} className="shrink-0" />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <article className="flex min-h-0 min-w-0 flex-1 flex-col">
              <header className="border-b border-line px-4 py-3 sm:px-6">
                <h2 className="font-semibold break-words">{mail.subject}</h2>
                <p className="text-table break-words text-muted">
                  {t("to", { name: [mail.name ? `${mail.name} <${mail.to}>` : mail.to, ...mail.alsoTo, ...mail.copies].join(", ") })} · {formats.instant(mail.at)}
                </p>
                {mail.files.length > 0 && (
                  <ul aria-label={t("files")} className="mt-1.5 flex flex-col gap-0.5 text-table">
                    {mail.files.map((file, number) => (
                      <li key={number}>
                        <a href={`/api/dev/mails/${mail.id}/files/${number}`} download={file} className="rounded break-all text-accent-ink hover:underline">
                          {file}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
                {mail.links.length > 0 && (
                  <ul aria-label={t("links")} className="mt-1.5 flex flex-col gap-0.5 text-table">
                    {mail.links.map((link) => (
                      <li key={link}>
                        <a href={link} className="rounded break-all text-accent-ink hover:underline">
                          {link}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
              </header>
              <iframe title={mail.subject} src={`/api/dev/mails/${mail.id}`} className="min-h-80 w-full flex-1 bg-white" />
            </article>
          </div>
        )}
      </Page>
    </main>
  );
}
