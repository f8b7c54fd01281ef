import { useState, type ComponentProps } from "react";
import { Eye, EyeOff } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { strengthOf, type Strength } from "@/lib/strength";
import { Input } from "./Input";
import { messages } from "./messages";

/** A password one may look at. Nothing in it is changed: no trimming, no capital letters. */
export function PasswordInput({ className, ...rest }: ComponentProps<typeof Input>) {
  const t = useText(messages);
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input maxLength={256} {...rest} type={shown ? "text" : "password"} autoCapitalize="none" autoCorrect="off" spellCheck={false} className={cx("pr-9", className)} />
      <button
        type="button"
        aria-label={t(shown ? "hidePassword" : "showPassword")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-1 my-auto flex size-7 items-center justify-center rounded text-muted hover:text-ink pointer-coarse:size-9 [&_svg]:size-4"
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </button>
    </div>
  );
}

const words = ["strength0", "strength1", "strength2", "strength3", "strength4"] as const satisfies readonly `strength${Strength}`[];
const colors = ["bg-bad", "bg-bad", "bg-warn", "bg-good", "bg-good"];

/** How hard a password is to guess, while one types it. */
export function StrengthMeter({ password, known }: { password: string; known?: readonly string[] }) {
  const t = useText(messages);
  const strength = strengthOf(password, known);
  const filled = password === "" ? 0 : Math.max(1, strength);
  return (
    <div className="flex flex-col gap-1">
      <div aria-hidden className="flex gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={cx("h-1 flex-1 rounded-full transition-colors duration-100", step <= filled ? colors[strength] : "bg-pressed")} />
        ))}
      </div>
      <p aria-live="polite" className="text-xs text-muted">
        {password === "" ? t("passwordHint") : t(words[strength]!)}
      </p>
    </div>
  );
}
