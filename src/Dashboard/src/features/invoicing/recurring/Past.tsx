import { Link } from "@tanstack/react-router";
import type { Recurring } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText, Section } from "@/ui";
import { StatePill } from "../invoices/StatePill";
import { Cell, Named, Row, Rows } from "../runs/Rows";
import { becauseText } from "./words";
import { messages } from "./messages";

/** The days that have come: their invoice, or why there is none. */
export function Past({ past }: { past: Recurring["past"] }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("past")}>
      {past.length === 0 ? (
        <p className="text-table text-muted">{t("noPast")}</p>
      ) : (
        <Rows label={t("past")} heads={[{ id: "on", text: t("on") }, { id: "invoice", text: t("invoice") }, { id: "state", text: t("state"), wide: true }, { id: "total", text: t("total"), end: true }]}>
          {past.map((one) => (
            <Row key={one.on}>
              <Cell><span className="tabular">{formats.day(one.on)}</span></Cell>
              <Cell>
                <Named
                  bad={one.step === "parked"}
                  name={one.invoiceId ? <Link to="/invoices/$id" params={{ id: one.invoiceId }} className="underline decoration-line-strong underline-offset-2">{one.number ?? t("draft")}</Link> : t(one.step === "invoiced" ? "dropped" : `step_${one.step}`)}
                  notes={one.because ? [becauseText(t, one.because)] : one.step === "retried" && one.invoiceId ? [t("step_retried")] : []}
                />
              </Cell>
              <Cell wide>{one.state && one.total && one.paid && one.credited && <StatePill invoice={{ state: one.state, total: one.total, paid: one.paid, credited: one.credited }} />}</Cell>
              <Cell end>{one.total ? <MoneyText money={one.total} /> : <span className="text-muted">–</span>}</Cell>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
