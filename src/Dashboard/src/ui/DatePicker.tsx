import { useEffect, useState, type ComponentProps } from "react";
import { CalendarDays } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { readDay, type Day } from "@/lib/dates";
import { Calendar } from "./Calendar";
import { IconButton } from "./Button";
import { Input } from "./Input";
import { Popover } from "./Popover";
import { messages } from "./messages";

export interface DatePickerProps {
  value: Day | null;
  /** Called with a real day or null; never while the text is no day. */
  onChange: (day: Day | null) => void;
  /** Hears of text that is no day (and null once it is again). */
  onProblem?: (sentence: string | null) => void;
  label?: string;
  id?: string;
  name?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  onKeyDown?: ComponentProps<"input">["onKeyDown"];
  className?: string;
}

/** A day, typed in any usual form or picked from a month. */
export function DatePicker({ value, onChange, onProblem, label, className, disabled, ...rest }: DatePickerProps) {
  const t = useText(messages);
  const formats = useFormats();
  const shown = value ? formats.day(value) : "";
  const [text, setText] = useState(shown);
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(shown), [shown]);

  const settle = (typed: string) => {
    const read = typed.trim() ? readDay(typed, formats.dateFormat, formats.today) : null;
    const bad = read === null && typed.trim() !== "";
    setWrong(bad);
    onProblem?.(bad ? t("notADay", { example: formats.day(formats.today) }) : null);
    if (bad) return;
    setText(read ? formats.day(read) : "");
    if (read !== value) onChange(read);
  };

  return (
    <div className={cx("relative", className)}>
      <Input
        {...rest}
        disabled={disabled}
        aria-label={label}
        aria-invalid={wrong || undefined}
        inputMode="numeric"
        placeholder={formats.dateFormat.toLowerCase()}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => settle(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle(text);
          if (event.key === "ArrowDown" && event.altKey) setOpen(true);
          rest.onKeyDown?.(event);
        }}
        className="tabular pr-9"
      />
      <div className="absolute inset-y-0 right-0.5 flex items-center">
        <Popover
          open={open}
          onOpenChange={setOpen}
          align="end"
          label={t("openCalendar")}
          trigger={<IconButton label={t("openCalendar")} size="iconSm" disabled={disabled} icon={<CalendarDays aria-hidden />} />}
        >
          <Calendar
            value={value}
            onPick={(day) => {
              setOpen(false);
              setWrong(false);
              onProblem?.(null);
              setText(formats.day(day));
              onChange(day);
            }}
          />
        </Popover>
      </div>
    </div>
  );
}
