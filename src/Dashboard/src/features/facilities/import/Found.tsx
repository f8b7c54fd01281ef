import type { ImportOptions, ImportReport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Field, Section, Select } from "@/ui";
import { messages } from "./messages";
import { wizard } from "./wizard";

const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"];
const separators = [",", ";", "\t", "|"] as const;

/** Encoding, separator, date order and decimal mark as they were found; each can be changed, and the file is read again. */
export function Found({ report, options, busy }: { report: ImportReport; options: ImportOptions; busy: boolean }) {
  const t = useText(messages);
  const { encoding, separator, dateOrder, decimal, rows, datesInDoubt, amountsInDoubt } = report.file;
  const names = { ",": t("comma"), ";": t("semicolon"), "\t": t("tab"), "|": t("pipe") };
  const change = (part: ImportOptions) => void wizard.change(part);
  const known = encodings.includes((encoding ?? "").toLowerCase());
  return (
    <Section title={t("found")} about={t("rows", { count: rows })}>
      <div className="grid grid-cols-2 gap-3">
        {encoding ? (
          <>
            <Field label={t("encoding")}>
              <Select
                value={(options.encoding ?? encoding).toLowerCase()}
                disabled={busy}
                onChange={(next) => change({ encoding: next })}
                options={[...encodings, ...(known ? [] : [encoding.toLowerCase()])].map((value) => ({ value, label: value.toUpperCase().replace("WINDOWS", "Windows") }))}
              />
            </Field>
            <Field label={t("separator")}>
              <Select value={options.separator ?? separator} disabled={busy} onChange={(next) => change({ separator: next })} options={separators.map((value) => ({ value: value as string, label: names[value] }))} />
            </Field>
          </>
        ) : (
          <p className="col-span-2 text-table text-muted">{t("workbook")}</p>
        )}
        <Field label={t("dateOrder")} error={datesInDoubt ? t("doubtDates", { example: datesInDoubt }) : undefined} className="col-span-2">
          <Select value={options.dateOrder ?? dateOrder} disabled={busy} onChange={(next) => change({ dateOrder: next })} options={(["mdy", "dmy", "ymd"] as const).map((value) => ({ value, label: t(value) }))} />
        </Field>
        <Field label={t("decimal")} error={amountsInDoubt ? t("doubtAmounts", { example: amountsInDoubt }) : undefined} className="col-span-2">
          <Select
            value={options.decimal ?? decimal}
            disabled={busy}
            onChange={(next) => change({ decimal: next })}
            options={[
              { value: ".", label: t("point") },
              { value: ",", label: t("decimalComma") },
            ]}
          />
        </Field>
      </div>
    </Section>
  );
}
