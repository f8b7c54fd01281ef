import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { SavedReport } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Confirm, ErrorText, IconButton, Menu, Section, toast } from "@/ui";
import { messages } from "./messages";
import { dropReport, savedQuery } from "./queries";
import { nameOf } from "./words";

const MailSheet = late(() => import("./MailSheet").then((part) => ({ default: part.MailSheet })));

/** The reports that were saved, and when they go out. */
export function Saved() {
  const t = useText(messages);
  const list = useQuery(savedQuery);
  const [mailing, setMailing] = useState<SavedReport | null>(null);
  const [dropping, setDropping] = useState<SavedReport | null>(null);
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: (id: string) => dropReport(id),
    onSuccess: () => setDropping(null),
    onError: (error) => void toast.error(error),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.reports, "saved"] }),
  });
  if (list.error) return <ErrorText error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.items.length === 0) return null;
  return (
    <Section title={t("saved")}>
      <ul aria-label={t("saved")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {list.data.items.map((one) => (
          <li key={one.id} className="flex items-center gap-2 pr-2 hover:bg-hover">
            <Line saved={one} onMail={() => setMailing(one)} onDrop={() => setDropping(one)} />
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>{mailing && <MailSheet saved={mailing} onClose={() => setMailing(null)} />}</Suspense>
      <Confirm open={dropping !== null} onClose={() => setDropping(null)} title={t("dropTitle", { name: dropping?.name ?? "" })} action={t("drop")} danger busy={drop.isPending} onConfirm={() => dropping && drop.mutate(dropping.id)}>
        {t("dropHelp")}
      </Confirm>
    </Section>
  );
}

function Line({ saved, onMail, onDrop }: { saved: SavedReport; onMail: () => void; onDrop: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const keep = useMay("reports.keep");
  const { mail } = saved;
  const days = saved.days === "fixed" && saved.from && saved.through ? `${formats.day(saved.from)} – ${formats.day(saved.through)}` : t(`days_${saved.days}`);
  const goesOut = mail && (mail.rhythm === "weekly" ? t("everyWeek", { day: formats.weekday(mail.day % 7, "long") }) : t("everyMonth", { day: mail.day }));
  return (
    <>
      <Link to="/reports/$name" params={{ name: saved.report }} search={{ ...(saved.askFrom ? { from: saved.askFrom } : {}), ...(saved.askThrough ? { to: saved.askThrough } : {}) }} className="flex min-w-0 flex-1 flex-col gap-0.5 px-3 py-2.5">
        <span className="font-medium wrap-anywhere">{saved.name}</span>
        <span className="text-table text-muted">{[nameOf(t, saved.report), days, goesOut].filter(Boolean).join(" · ")}</span>
      </Link>
      {keep && (
        <Menu
          align="end"
          trigger={<IconButton label={t("moreOf", { name: saved.name })} icon={<Ellipsis aria-hidden />} />}
          items={[
            { id: "mail", label: t("mailIt"), onSelect: onMail },
            { id: "drop", label: t("drop"), danger: true, onSelect: onDrop },
          ]}
        />
      )}
    </>
  );
}
