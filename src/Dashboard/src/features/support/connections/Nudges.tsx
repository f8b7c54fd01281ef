import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { SupportConnection } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, CopyButton, ErrorText, Field, PasswordInput, Section, Sheet, toast } from "@/ui";
import { messages as words } from "../parts/messages";
import { messages } from "./messages";
import { agreeNudging } from "./queries";

const wrong = "nudge-secret-missing";

interface NudgesProps {
  connection: SupportConnection;
  /** Whether Twenty's secret is being written. */
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Whether a system may nudge us, and the address or the secret by which it does. */
export function Nudges({ connection, open, onOpen }: NudgesProps) {
  const t = useText(messages);
  const queries = useQueryClient();
  const arranges = useMay("support.arrange");
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const fluent = connection.kind === "fluent";
  const address = `${location.origin}${connection.nudgePath}`;
  const make = useMutation({
    mutationFn: () => agreeNudging(connection.id),
    onSuccess: ({ path }) => setShown(`${location.origin}${path}`),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: [keys.supportConnections] });
    },
  });
  const begin = () => (!fluent ? onOpen(true) : connection.nudges ? setAsking(true) : make.mutate());
  return (
    <Section
      title={t("nudges")}
      actions={
        arranges && (
          <Button size="sm" busy={make.isPending} onClick={begin}>
            {t(fluent ? (connection.nudges ? "nudgeAgain" : "nudgeMake") : "nudgeWrite")}
          </Button>
        )
      }
    >
      <p className="text-table text-muted">{t("nudgesHelp")}</p>
      <p className="mt-1 text-table">{t(connection.nudges ? "nudges_on" : "nudges_off")}</p>
      {!fluent && (
        <div className="mt-2 flex flex-wrap items-center gap-2 text-table">
          <span className="text-muted">{t("nudgeAddress")}</span>
          <code className="min-w-0 font-mono text-xs break-all">{address}</code>
          <CopyButton size="sm" text={address} label={t("copy")} />
        </div>
      )}
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("nudgeAgainTitle")} description={t("nudgeAgainHelp")} action={t("nudgeAgain")} busy={make.isPending} onConfirm={() => make.mutate()} />
      {shown && (
        <Sheet open onClose={() => setShown(null)} title={t("nudgeShown")} description={t("nudgeShownHelp")} actions={<Button tone="primary" onClick={() => setShown(null)}>{t("done")}</Button>}>
          <div className="flex flex-col gap-3">
            <code data-secret className="rounded-md border border-line bg-canvas p-3 font-mono text-table break-all">{shown}</code>
            <CopyButton text={shown} label={t("copy")} tone="primary" className="self-start" autoFocus />
          </div>
        </Sheet>
      )}
      {open && arranges && !fluent && <SecretSheet connection={connection} onClose={() => onOpen(false)} />}
    </Section>
  );
}

/** The secret that Twenty shows beside its webhook. */
function SecretSheet({ connection, onClose }: { connection: SupportConnection; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const queries = useQueryClient();
  const [secret, setSecret] = useState("");
  const save = useMutation({
    mutationFn: () => agreeNudging(connection.id, secret.trim()),
    onSuccess: () => {
      toast.done(t("nudgeSaved"));
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.supportConnections] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret.trim() !== "") save.mutate();
  };
  const atField = isProblem(save.error, wrong);
  return (
    <Sheet open onClose={onClose} title={t("nudgeTitle")} description={t("nudgesHelp")} dirty={secret !== "" && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("nudgeSecret")} hint={t("nudgeSecretHint")} {...(atField && isProblem(save.error) ? { error: save.error.message } : {})}>
          <PasswordInput autoComplete="off" maxLength={500} value={secret} onChange={(event) => setSecret(event.target.value)} autoFocus />
        </Field>
        {!atField && <ErrorText error={save.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={secret.trim() === ""}>
            {w("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
