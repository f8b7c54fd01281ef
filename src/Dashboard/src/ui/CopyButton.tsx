import { useEffect, useState } from "react";
import { Check, Copy } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, type ButtonProps } from "./Button";
import { messages } from "./messages";

/** Copies a text, and says so. */
export function CopyButton({ text, label, ...rest }: { text: string; label?: string } & Omit<ButtonProps, "onClick" | "icon" | "children">) {
  const t = useText(messages);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button {...rest} icon={copied ? <Check aria-hidden className="size-4 text-good" /> : <Copy aria-hidden className="size-4" />} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{copied ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
