import { Suspense, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import type { AiRecord } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, FactList, Pill, Section, Sheet } from "@/ui";
import { RawData } from "@/ui/RawData";
import { kindsOf } from "./kinds";
import { messages } from "./messages";
import { reasonOf } from "./unpriced";

const Forget = late(() => import("./Forget").then((part) => ({ default: part.Forget })));

const sources = ["api", "call", "manual", "file", "seats"] as const;

/** One record with all that is known of it. */
export function RecordSheet({ record, account, provider, onClose }: { record: AiRecord; account: string; provider: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const kinds = kindsOf(record);
  const arrange = useMay("aicosts.arrange");
  const [forgetting, setForgetting] = useState(false);
  const address = record.user?.includes("@") ? record.user : undefined;
  const source = sources.find((one) => one === record.source);
  const facts = [
    [t("start"), formats.instant(record.start)],
    [t("minutes"), record.minutes > 0 && t("minutesText", { count: record.minutes })],
    [t("account"), account],
    [t("provider"), provider],
    [t("model"), record.model],
    [t("item"), record.item],
    [t("project"), record.project],
    [t("key"), record.key],
    [t("user"), record.user],
    [t("tier"), record.tier],
    [t("requests"), record.requests !== null && formats.number(record.requests)],
    [t("searches"), record.searches > 0 && formats.number(record.searches)],
    [t("quantity"), record.quantity !== null && `${record.quantity} ${record.unit ?? ""}`],
    [t("cost"), record.cost && formats.money(record.cost)],
    [t("basis"), t(`basis_${record.basis}`)],
    [t("estimated"), record.estimated && t(`estimated_${record.estimated}`)],
    [t("price"), record.priceId],
    [t("report"), record.report],
    [t("source"), source ? t(`source_${source}`) : record.source],
    [t("note"), record.note],
  ] as const;
  return (
    <Sheet open wide onClose={onClose} title={t("record")} actions={<Link to="/ai/accounts/$id" params={{ id: record.account }} className={buttonClass()}>{t("toAccount")}</Link>}>
      <div className="flex flex-col gap-5">
        {record.unpriced && (
          <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-table">
            {t(reasonOf(record.unpriced))}{" "}
            <Link to="/ai/prices" search={record.model ? { q: record.model } : {}} className="rounded font-medium underline underline-offset-4">{t("priceBook")}</Link>
          </p>
        )}
        {record.withdrawn && (
          <p className="flex flex-wrap items-center gap-2 text-table">
            <Pill>{t("withdrawnPill")}</Pill> {t("withdrawnWhy")}
          </p>
        )}
        <FactList facts={facts} />
        {address && arrange && (
          <Button tone="danger" size="sm" className="self-start" onClick={() => setForgetting(true)}>
            {t("forget")}
          </Button>
        )}
        <Suspense fallback={null}>{address && forgetting && <Forget address={address} onClose={() => setForgetting(false)} />}</Suspense>
        <Section title={t("kind")}>
          {kinds.length === 0 ? (
            <p className="text-table text-muted">{t("noTokens")}</p>
          ) : (
            <dl className="text-table">
              {kinds.map(([kind, count]) => (
                <div key={kind} className="flex justify-between gap-4 border-b border-line py-1.5">
                  <dt className="font-mono text-xs text-muted">{kind}</dt>
                  <dd className="tabular">{formats.number(count)}</dd>
                </div>
              ))}
            </dl>
          )}
        </Section>
        <RawData of={record} />
      </div>
    </Sheet>
  );
}
