import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { Check, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { buttonClass, Card, IconButton, Section } from "@/ui";
import { messages } from "./messages";
import type { Step, StepId } from "./steps";

const kept = "billing.start";
const pages = { import: "/facilities/import", settings: "/settings", bill: "/facilities", paid: "/facilities" } as const;
const words = {
  import: ["stepImport", "stepImportHelp", "stepImportDo"],
  settings: ["stepSettings", "stepSettingsHelp", "stepSettingsDo"],
  bill: ["stepBill", "stepBillHelp", "stepBillDo"],
  paid: ["stepPaid", "stepPaidHelp", "stepPaidDo"],
} as const satisfies Record<StepId, readonly [string, string, string]>;

/** The first steps as a list that ticks itself off; it goes when all is done or when somebody hides it. */
export function Start({ steps, alone }: { steps: readonly Step[]; alone: boolean }) {
  const t = useText(messages);
  const [hidden, setHidden] = useState(() => read() === "hidden");
  const done = steps.filter((step) => step.done).length;
  if (!alone && (hidden || done === steps.length)) return null;
  const next = steps.find((step) => !step.done)?.id;
  return (
    <Section
      title={t("start")}
      about={t("startAbout", { done, all: steps.length })}
      {...(alone ? { className: "mx-auto w-full max-w-2xl" } : {})}
      actions={
        !alone && (
          <IconButton
            size="iconSm"
            label={t("dismiss")}
            icon={<X aria-hidden />}
            onClick={() => {
              write("hidden");
              setHidden(true);
            }}
          />
        )
      }
    >
      <Card>
        <ol>
          {steps.map((step, at) => {
            const [title, help, action] = words[step.id];
            return (
              <li key={step.id} className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0">
                <span className={cx("tabular mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border text-xs", step.done ? "border-transparent bg-good-soft text-good" : "border-line-strong text-muted")}>
                  {step.done ? <Check aria-hidden className="size-3.5" /> : at + 1}
                  <span className="sr-only">{t(step.done ? "done" : "todo")}</span>
                </span>
                <div className="min-w-0 flex-1">
                  <p className={cx("font-medium", step.done && "text-muted line-through")}>{t(title)}</p>
                  {!step.done && <p className="text-table text-muted">{t(help)}</p>}
                  {step.id === "import" && !step.done && (
                    <Link to="/settings" className="text-table text-accent-ink hover:underline">
                      {t("byHand")}
                    </Link>
                  )}
                </div>
                {!step.done && (
                  <Link to={pages[step.id]} className={buttonClass(step.id === next ? "primary" : "secondary", "sm")}>
                    {t(action)}
                  </Link>
                )}
              </li>
            );
          })}
        </ol>
      </Card>
    </Section>
  );
}

function read(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(kept, value);
  } catch {
    // Hidden for as long as the page lives.
  }
}
