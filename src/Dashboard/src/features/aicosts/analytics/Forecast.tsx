import type { AiForecastLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { FactList, Section } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";

/** What days to come will cost, and how far that can be relied on. */
export function Forecast({ line, horizon }: { line: AiForecastLine; horizon: number }) {
  const t = useText(messages);
  const formats = useFormats();
  const percent = (text: string) => t("percent", { percent: formats.number(Number(text)) });
  const facts = [
    [t("total", { count: horizon }), <CostText key="total" cost={line.total} />],
    [t("growth"), <CostText key="growth" cost={line.growthPerDay} />],
    [t("confidence"), percent(line.confidence)],
    [t("rSquared"), formats.number(Number(line.rSquared))],
    [t("mape"), line.mape === null ? t("noMape") : percent(line.mape)],
    [t("daysKnown"), formats.number(line.daysKnown)],
  ] as const;
  return (
    <Section title={t("forecastIn", { currency: line.currency })}>
      <FactList facts={facts} className="grid gap-x-8 sm:grid-cols-2" />
      <p className="mt-2 text-xs text-muted">{t("forecastHelp")}</p>
    </Section>
  );
}
