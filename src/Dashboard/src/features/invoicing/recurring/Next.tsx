import type { Recurring } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText, Section } from "@/ui";
import { Cell, Row, Rows } from "../runs/Rows";
import { messages } from "./messages";

/** The invoices to come: their date, the days they bill, what they come to. */
export function Next({ next }: { next: Recurring["next"] }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("next")} about={t("nextHelp")}>
      {next.length === 0 ? (
        <p className="text-table text-muted">{t("noNext")}</p>
      ) : (
        <Rows label={t("next")} heads={[{ id: "on", text: t("on") }, { id: "period", text: t("period") }, { id: "total", text: t("total"), end: true }]}>
          {next.map((one) => (
            <Row key={one.on}>
              <Cell><span className="tabular">{formats.day(one.on)}</span></Cell>
              <Cell><span className="tabular text-muted">{t("days", { from: formats.day(one.period.from), through: formats.day(one.period.through) })}</span></Cell>
              <Cell end><MoneyText money={one.total} /></Cell>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
