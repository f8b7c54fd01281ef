import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SupportConnection, SupportPass } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Listed, Pill, Section } from "@/ui";
import { passesQuery } from "../connections/queries";
import { TroubleText } from "../connections/Standing";
import { causeOf, passStateOf, passTones } from "../connections/state";
import { messages } from "./messages";

const counts = ["rows", "added", "changed", "leftAlone", "warnings", "rejected"] as const;

/** How a pass ended, or that it goes on. */
export function PassPill({ pass }: { pass: SupportPass }) {
  const t = useText(messages);
  const state = passStateOf(pass);
  return (
    <>
      <Pill tone={passTones[state]}>{t(`state_${state}`)}</Pill>
      {pass.undoneAt && <Pill className="ml-1">{t("undoneMark")}</Pill>}
    </>
  );
}

/** Each pass over a connection, the latest first: what it read, what came of it, and why it stopped. */
export function Diary({ connection }: { connection: SupportConnection }) {
  const t = useText(messages);
  const formats = useFormats();
  const passes = useInfiniteQuery(passesQuery(connection.id));
  return (
    <Section title={t("diary")}>
      <Listed list={passes} empty={<p className="text-table text-muted">{t("none")}</p>} more={t("more")} moreClass="mt-2" shape="h-24">
        {(items) => (
          <div tabIndex={0} role="region" aria-label={t("diary")} className="overflow-x-auto rounded-card border border-line">
            <table className="w-full text-table">
              <thead className="text-left text-xs text-muted">
                <tr>
                  {(["begun", "result"] as const).map((name) => (
                    <th key={name} scope="col" className="px-3 py-2 font-medium">{t(name)}</th>
                  ))}
                  {counts.map((name) => (
                    <th key={name} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">{t(name)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((pass) => (
                  <tr key={pass.id} className="border-t border-line align-top">
                    <td className="px-3 py-2 whitespace-nowrap">
                      <Link to="/support/connections/$id/passes/$pass" params={{ id: connection.id, pass: pass.id }} aria-label={t("open", { at: formats.instant(pass.begunAt) })} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                        <time dateTime={pass.begunAt} className="tabular">{formats.instant(pass.begunAt)}</time>
                      </Link>
                      <span className="block text-xs text-muted">{t(`cause_${causeOf(pass)}`)} · {t(pass.whole ? "whole" : "partly")}</span>
                    </td>
                    <td className="min-w-48 px-3 py-2">
                      <PassPill pass={pass} />
                      {pass.trouble && <span className="mt-1 block text-xs wrap-anywhere"><TroubleText code={pass.trouble} said={pass.said} /></span>}
                    </td>
                    {counts.map((name) => (
                      <td key={name} className={`tabular px-3 py-2 text-right ${name === "rejected" && pass.rejected > 0 ? "text-bad" : ""}`}>{formats.number(pass[name])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Listed>
    </Section>
  );
}
