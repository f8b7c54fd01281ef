import { useState, type ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Wallet } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { Button, Checkbox, Dialog, ErrorText, Field, Input, InputWith, toast } from "@/ui";
import { messages } from "./messages";
import { arrangeTopUps, dropTopUps, topUpWallet, voidWallet } from "./queries";

interface Doing {
  wallet: Wallet;
  onClose: () => void;
}

/** Does it, shows the wallet as it is then, and says so. */
function useDoing({ onClose }: Doing, what: () => Promise<Wallet>, said: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: what,
    onSuccess: () => {
      toast.done(said);
      onClose();
      void queries.invalidateQueries({ queryKey: [keys.wallets] });
    },
  });
}

function Form({ title, help, action, danger, ready, doing, onClose, children, more }: { title: string; help?: string; action: string; danger?: boolean; ready: boolean; doing: { mutate: () => void; error: unknown; isPending: boolean }; onClose: () => void; children: ReactNode; more?: ReactNode }) {
  const t = useText(messages);
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(submit) => {
          submit.preventDefault();
          doing.mutate();
        }}
      >
        {help && <p className="text-table text-muted">{help}</p>}
        {children}
        <ErrorText error={doing.error} />
        <div className="flex flex-wrap justify-end gap-2">
          {more}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} busy={doing.isPending} disabled={!ready}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Amount({ label, currency, text, onText }: { label: string; currency: string; text: string; onText: (text: string) => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  return (
    <Field label={label} {...(text !== "" && readDecimal(text, locale) === null ? { error: t("badAmount") } : {})}>
      <InputWith value={text} onChange={(event) => onText(event.target.value)} inputMode="decimal" after={currency} />
    </Field>
  );
}

export function TopUpDialog({ wallet, onClose }: Doing) {
  const t = useText(messages);
  const { locale } = useFormats();
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [charged, setCharged] = useState(false);
  const amount = readDecimal(text, locale);
  const doing = useDoing({ wallet, onClose }, () => topUpWallet(wallet, source.trim(), { amount: amount!, currency: wallet.balance.currency }, charged), t("toppedUp"));
  return (
    <Form title={t("topUpTitle")} action={t("topUp")} ready={amount !== null && source.trim() !== ""} doing={{ ...doing, mutate: () => doing.mutate() }} onClose={onClose}>
      <Amount label={t("amount")} currency={wallet.balance.currency} text={text} onText={setText} />
      <Field label={t("source")} hint={t("sourceHint")}>
        <Input value={source} onChange={(event) => setSource(event.target.value)} />
      </Field>
      <Checkbox visible checked={charged} onChange={setCharged} label={t("charged")} />
    </Form>
  );
}

export function RuleDialog({ wallet, onClose }: Doing) {
  const t = useText(messages);
  const { locale } = useFormats();
  const { currency } = wallet.balance;
  const [below, setBelow] = useState(wallet.topUpRule ? showDecimal(wallet.topUpRule.below.amount, locale, 0) : "");
  const [by, setBy] = useState(wallet.topUpRule ? showDecimal(wallet.topUpRule.amount.amount, locale, 0) : "");
  const [least, amount] = [readDecimal(below, locale), readDecimal(by, locale)];
  const doing = useDoing({ wallet, onClose }, () => arrangeTopUps(wallet, { amount: least!, currency }, { amount: amount!, currency }), t("agreed"));
  const drop = useDoing({ wallet, onClose }, () => dropTopUps(wallet), t("dropped"));
  return (
    <Form title={t("rule")} help={t("ruleHelp")} action={t("agree")} ready={least !== null && amount !== null} doing={{ ...doing, error: doing.error ?? drop.error, mutate: () => doing.mutate() }} onClose={onClose} more={wallet.topUpRule && <Button tone="danger" busy={drop.isPending} onClick={() => drop.mutate()}>{t("dropRule")}</Button>}>
      <Amount label={t("below")} currency={currency} text={below} onText={setBelow} />
      <Amount label={t("byAmount")} currency={currency} text={by} onText={setBy} />
    </Form>
  );
}

export function VoidDialog({ wallet, onClose }: Doing) {
  const t = useText(messages);
  const { money } = useFormats();
  const [reason, setReason] = useState("");
  const doing = useDoing({ wallet, onClose }, () => voidWallet(wallet, reason), t("didVoid"));
  return (
    <Form title={t("voidTitle")} help={t("voidHelp", { balance: money(wallet.balance) })} action={t("void")} danger ready={reason.trim() !== ""} doing={{ ...doing, mutate: () => doing.mutate() }} onClose={onClose}>
      <Field label={t("reason")}>
        <Input value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Form>
  );
}
