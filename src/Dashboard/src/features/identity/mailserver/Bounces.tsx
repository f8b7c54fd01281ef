import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Button, Confirm, CopyButton, ErrorText, Field, Input, Section, toast } from "@/ui";
import { messages } from "./messages";

const bouncesKey = [keys.mailServer, "bounces"];

/** Where a mail provider tells of mails that came back, and the secret that it signs them with. */
export function Bounces() {
  const t = useText(messages);
  const queries = useQueryClient();
  const [dropping, setDropping] = useState(false);
  const now = useQuery({ queryKey: bouncesKey, queryFn: ({ signal }) => ask(api.GET("/api/mail-bounces", { signal })) });
  const refresh = () => queries.invalidateQueries({ queryKey: bouncesKey });
  const make = useMutation({ mutationFn: () => ask(api.POST("/api/mail-bounces")), onSuccess: refresh });
  const drop = useMutation({
    mutationFn: () => api.DELETE("/api/mail-bounces"),
    onSuccess: () => {
      make.reset();
      toast.done(t("bouncesDropped"));
      return refresh();
    },
    onError: (error) => toast.error(error),
    onSettled: () => setDropping(false),
  });
  return (
    <Section title={t("bouncesTitle")}>
      <div className="flex flex-col gap-3">
        <p className="text-table text-muted">{t("bouncesAbout")}</p>
        <ErrorText error={now.error ?? make.error} />
        {now.data && <Shown label={t("bouncesUrl")} value={now.data.url} copy={t("copyUrl")} />}
        {make.data ? <Shown label={t("bouncesSecret")} value={make.data.secret} copy={t("copySecret")} hint={t("bouncesOnce")} /> : now.data?.secret && <p className="text-table">{t("bouncesKept", { secret: now.data.secret })}</p>}
        <div className="flex flex-wrap gap-2">
          <Button busy={make.isPending} onClick={() => make.mutate()}>
            {t(now.data?.isOpen ? "bouncesRenew" : "bouncesMake")}
          </Button>
          {now.data?.isOpen && (
            <Button tone="danger" onClick={() => setDropping(true)}>
              {t("bouncesDrop")}
            </Button>
          )}
        </div>
      </div>
      <Confirm open={dropping} onClose={() => setDropping(false)} title={t("bouncesDropTitle")} description={t("bouncesDropHelp")} action={t("bouncesDrop")} danger busy={drop.isPending} onConfirm={() => drop.mutate()} />
    </Section>
  );
}

const Shown = ({ label, value, copy, hint }: { label: string; value: string; copy: string; hint?: string }) => (
  <div className="flex items-end gap-2">
    <div className="min-w-0 flex-1">
      <Field label={label} hint={hint}>
        <Input readOnly value={value} onFocus={(event) => event.target.select()} className="font-mono text-xs" />
      </Field>
    </div>
    <CopyButton text={value} label={copy} />
  </div>
);
