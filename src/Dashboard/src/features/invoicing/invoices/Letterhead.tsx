import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useMay } from "@/api/may";
import { logoQuery, tenantQuery } from "@/api/queries";
import type { Invoice, DocumentLetterhead } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { useObjectUrl } from "@/lib/useObjectUrl";
import { buttonClass } from "@/ui";
import { messages } from "./messages";

/** Who sends the document, set as the look prints it: centred over a double rule, under a bar of colour, or small beside the picture. */
export function Letterhead({ letterhead: head }: { letterhead: DocumentLetterhead }) {
  const t = useText(messages);
  const { name: country } = useCountries();
  const { look } = head;
  const address = [...head.address, ...(head.country ? [country(head.country)] : [])];
  const tax = head.taxId && `${t("taxId")} ${head.taxId}`;
  if (look === "classic")
    return (
      <div className="mb-6 border-b-4 border-double border-accent pb-4 text-center">
        <Sign name={head.name} className="mx-auto" words="font-serif text-xl" />
        <Lines of={[address.join(" · "), head.contact.join(" · "), tax]} />
      </div>
    );
  return (
    <div className={cx("mb-8 flex items-start justify-between gap-x-8 gap-y-3 max-sm:flex-col", look === "modern" && "-mx-4 -mt-4 rounded-t-card border-t-[6px] border-accent px-4 pt-5 sm:-mx-8 sm:-mt-8 sm:px-8 sm:pt-7")}>
      <Sign name={head.name} className={look === "minimal" ? "sm:order-last" : ""} words={look === "modern" ? "text-xl font-semibold text-accent-ink" : "text-base font-semibold"} />
      <div className={cx("min-w-0", look === "modern" && "sm:text-right")}>
        <Lines of={[...address, ...head.contact, tax]} />
      </div>
    </div>
  );
}

/** The organisation's picture, else its name. */
function Sign({ name, className, words }: { name: string; className: string; words: string }) {
  const tenant = useQuery({ ...tenantQuery, enabled: useMay("organisation.see") }).data;
  const logo = useObjectUrl(useQuery(logoQuery(tenant?.logo)).data);
  // Pictures are made for white paper.
  return logo ? <img src={logo} alt={name} className={cx("h-14 w-auto max-w-60 rounded bg-white object-contain dark:p-1.5", className)} /> : <p className={cx("min-w-0 break-words", className, words)}>{name}</p>;
}

const Lines = ({ of }: { of: readonly (string | null)[] }) => of.filter(Boolean).map((line) => <p key={line} className="text-xs break-words text-muted">{line}</p>);

/** Where the money goes: the account, and the payment page. */
export function HowToPay({ letterhead: { bank, look, paymentPage }, invoice }: { letterhead: DocumentLetterhead; invoice: Invoice }) {
  const t = useText(messages);
  const formats = useFormats();
  if (!bank && !paymentPage) return null;
  const facts = bank && [[t("holder"), bank.holder], ["IBAN", bank.iban], ["BIC", bank.bic], [t("bank"), bank.bank], [t("paymentReference"), bank.reference]];
  return (
    <section className={cx("mt-6", look === "modern" && "rounded-card bg-accent-soft p-4", look === "classic" && "border border-line-strong p-4")}>
      <h2 className={cx("mb-2 text-table font-semibold", look !== "minimal" && "text-accent-ink")}>{invoice.dueDate ? t("payBy", { day: formats.day(invoice.dueDate) }) : t("payment")}</h2>
      {facts && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-0.5 text-table">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd className="tabular break-words">{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {paymentPage && (
        <a href={paymentPage} target="_blank" rel="noopener noreferrer" className={cx(buttonClass("secondary", "sm"), "mt-3 gap-1.5")}>
          <ExternalLink aria-hidden className="size-4" />
          {t("paymentPage")}
        </a>
      )}
    </section>
  );
}
