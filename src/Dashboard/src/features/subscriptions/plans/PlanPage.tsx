import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useMay } from "@/api/may";
import { keys, metersQuery } from "@/api/queries";
import type { MeteredTerms, Offer, OfferTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { buttonClass, Confirm, IconButton, Menu, MoneyText, Page, Pill, Section, toast } from "@/ui";
import { Fetched } from "@/ui/Fetched";
import { usePriceWords } from "@/ui/price/words";
import { currenciesOf } from "../parts/currencies";
import { messages as parts } from "../parts/messages";
import { statuses } from "../parts/StatusPill";
import { usePlanWords } from "../parts/words";
import { settingsQuery } from "../settings/queries";
import { messages } from "./messages";
import { includedIn } from "./meteredModel";
import { OutsidePrices } from "./OutsidePrices";
import { Price } from "./Price";
import { archiveOffer, havingQuery, offerQuery } from "./queries";

/** A plan: what it asks for and gives, its versions, who has it. */
export function PlanPage() {
  const t = useText(messages);
  const { code } = useParams({ from: "/subscriptions/plans/$code" });
  const offer = useQuery({ ...offerQuery(code), enabled: useMay("subscriptions.see") });
  return (
    <Fetched needs="subscriptions.see" title={t("plans")} query={offer}>
      {(found) => <Loaded offer={found} />}
    </Fetched>
  );
}

function Loaded({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const words = usePlanWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [arrange, keep] = [useMay("subscriptions.arrange"), useMay("subscriptions.keep")];
  const stripeBills = useQuery({ ...settingsQuery, enabled: useMay("subscriptions.see") }).data?.billingWay === "stripeBills";
  const [archiving, setArchiving] = useState(false);
  const archive = useMutation({
    mutationFn: () => archiveOffer(offer),
    onSuccess: () => toast.done(t("archivedNow")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setArchiving(false);
      return queries.invalidateQueries({ queryKey: [keys.offers] });
    },
  });
  const { terms } = offer;
  return (
    <Page
      title={terms.name}
      about={
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-xs">{offer.code}</span>
          {offer.archived && <Pill>{t("archived")}</Pill>}
          {!offer.public && <Pill>{t("hidden")}</Pill>}
        </span>
      }
      actions={
        !offer.archived && (
          <>
            {keep && !stripeBills && (
              <Link to="/subscriptions/new" search={{ plan: offer.code }} className={buttonClass()}>
                {t("startOne")}
              </Link>
            )}
            {arrange && (
              <>
                <Link to="/subscriptions/plans/$code/edit" params={{ code: offer.code }} className={buttonClass("primary")}>
                  {t("edit")}
                </Link>
                <Menu align="end" items={[{ id: "archive", label: t("archive"), danger: true, onSelect: () => setArchiving(true) }]} trigger={<IconButton label={t("archive")} tone="secondary" icon={<Ellipsis aria-hidden />} />} />
              </>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <div className="border-b border-line pb-5">
          <p className="text-table text-muted">
            {words.every(terms.interval)} · {terms.trialDays ? t("trialDays", { count: terms.trialDays }) : t("noTrial")}
          </p>
          <Price offer={offer} />
          {terms.description && <p className="mt-2 max-w-2xl whitespace-pre-line text-muted">{terms.description}</p>}
        </div>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <Section title={t("prices")}>
              <Prices terms={terms} label={t("prices")} />
            </Section>
            <Versions offer={offer} />
          </div>
          <aside className="flex min-w-0 flex-col gap-8">
            <Having code={offer.code} />
            {(stripeBills || offer.outsidePrices.length > 0) && <OutsidePrices key={offer.outsidePrices.join()} offer={offer} />}
            <Section title={t("entitlements")}>
              {terms.entitlements.length === 0 ? (
                <p className="text-table text-muted">{t("noEntitlements")}</p>
              ) : (
                <dl className="text-table">
                  {terms.entitlements.map((one) => (
                    <div key={one.name} className="flex justify-between gap-3 border-b border-line py-1.5">
                      <dt className="text-muted wrap-anywhere">{words.entitlement(one.name)}</dt>
                      <dd className="tabular">{words.limit(one)}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </Section>
          </aside>
        </div>
      </div>
      <Confirm open={archiving} danger busy={archive.isPending} onClose={() => setArchiving(false)} title={t("archiveTitle")} description={t("archiveHelp")} action={t("doArchive")} onConfirm={() => archive.mutate(undefined, { onSuccess: () => void navigate({ to: "/subscriptions/plans" }) })} />
    </Page>
  );
}

/** The components of a version, a column for each currency. */
function Prices({ terms, label }: { terms: OfferTerms; label: string }) {
  const t = useText(messages);
  const priceText = usePriceWords();
  const currencies = terms.components[0] ? currenciesOf(terms.components[0]) : [];
  if (terms.components.length === 0) return <p className="text-table text-muted">{t("noPrices")}</p>;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table aria-label={label} className="w-full border-t border-line text-table">
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="py-1.5 pr-3 font-medium">{t("component")}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t("kind")}</th>
            <th scope="col" className="px-2 py-1.5 font-medium max-sm:hidden">{t("timing")}</th>
            {currencies.map((currency) => (
              <th key={currency} scope="col" className="py-1.5 pl-2 text-right font-medium">{currency}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.components.map((one) => (
            <tr key={one.code} className="border-b border-line">
              <th scope="row" className="py-2 pr-3 text-left align-top font-normal wrap-anywhere">
                {one.name}
                {one.metered && <Measured metered={one.metered} />}
              </th>
              <td className="px-2 py-2 align-top text-muted">{t(`kind_${one.kind}`)}</td>
              <td className="px-2 py-2 align-top text-muted max-sm:hidden">{t(`timing_${one.timing ?? "advance"}`)}</td>
              {currencies.map((currency) => (
                <td key={currency} className="py-2 pl-2 text-right align-top">
                  {one.metered ? (
                    <PriceLines lines={priceText(one.metered.prices.find((price) => price.currency === currency)!.price, currency)} />
                  ) : (
                    <MoneyText bare money={one.prices.find((price) => price.currency === currency)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By what it is measured, what of it costs nothing, and whose it is where that is not the client's. */
function Measured({ metered }: { metered: MeteredTerms }) {
  const t = useText(messages);
  const formats = useFormats();
  const meter = useQuery({ ...metersQuery, enabled: useMay("usage.see") }).data?.items.find((one) => one.code === metered.meter);
  const included = includedIn(metered);
  const said = [meter?.name ?? metered.meter, ...(included ? [t("includedOf", { included: showDecimal(included, formats.locale, 0) })] : []), ...(metered.by === "subscription" ? [t("ofSubscription")] : [])];
  return <span className="block text-xs text-muted">{said.join(" · ")}</span>;
}

const PriceLines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="tabular">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function Versions({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("versions")}>
      <ol aria-label={t("versions")} className="border-t border-line text-table">
        {offer.versions.toReversed().map((one) => (
          <li key={one.number} className="border-b border-line py-2">
            <details>
              <summary className="rounded py-0.5">
                <span className="ml-1 inline-flex flex-wrap gap-x-3">
                  <span className="font-medium">{t("versionN", { number: one.number })}</span>
                  <span className="text-muted">{one.number === 1 ? t("first") : one.existingFrom ? t("forAll", { day: formats.day(one.existingFrom) }) : t("forNew")}</span>
                </span>
              </summary>
              <div className="pt-2 pl-4">
                <Prices terms={one.terms} label={t("versionN", { number: one.number })} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Having({ code }: { code: string }) {
  const t = useText(messages);
  const words = useText(parts);
  const formats = useFormats();
  const counts = useQuery(havingQuery(code)).data;
  return (
    <Section title={t("having")}>
      {!counts?.["all"] ? (
        <p className="text-table text-muted">{counts ? t("nobody") : " "}</p>
      ) : (
        <>
          <dl className="text-table">
            {statuses.map(
              (status) =>
                (counts[status] ?? 0) > 0 && (
                  <div key={status} className="flex justify-between gap-3 border-b border-line py-1.5">
                    <dt className="text-muted">{words(`status_${status}`)}</dt>
                    <dd className="tabular">{formats.number(counts[status]!)}</dd>
                  </div>
                ),
            )}
          </dl>
          <Link to="/subscriptions" search={{ plan: code }} className="mt-2 inline-block text-table text-accent-ink underline underline-offset-2">
            {t("showHaving")}
          </Link>
        </>
      )}
    </Section>
  );
}
