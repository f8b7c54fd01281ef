import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { ChannelName, NotificationChannel, NotificationPreferences } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Section, toast } from "@/ui";
import { messages } from "./messages";
import { connectChannel, disconnectChannel, testChannel } from "./queries";

const elsewhere = ["slack", "discord", "teams", "webhook"] as const;

/** Where somebody is told: mail, and whatever they connect. */
export function Channels({ now }: { now: NotificationPreferences }) {
  const t = useText(messages);
  const missing = elsewhere.filter((one) => !now.channels.some((line) => line.channel === one));
  return (
    <Section title={t("channels")}>
      <ul aria-label={t("channels")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {now.channels.map((line) => (
          <li key={line.channel} className="px-3 py-2.5">
            <Connected line={line} />
          </li>
        ))}
        {missing.map((channel) => (
          <li key={channel} className="px-3 py-2.5">
            <Connect channel={channel} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Connected({ line }: { line: NotificationChannel }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.notificationPreferences] });
  const name = t(`channel_${line.channel}`);
  const tried = useMutation({
    mutationFn: () => testChannel(line.channel),
    onSuccess: ({ error }) => (error === null ? toast.done(t(line.channel === "mail" ? "testMailed" : "testTaken")) : toast.error(new Error(error))),
    onError: (failed) => toast.error(failed),
  });
  const remove = useMutation({ mutationFn: () => disconnectChannel(line.channel), onError: (failed) => toast.error(failed), onSettled: refresh });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="font-medium">{name}</span>
      {line.shown && <code className="min-w-0 font-mono text-xs break-all text-muted">{line.shown}</code>}
      <span className="text-table text-muted">
        {Number(line.waiting) > 0 && t("waiting", { count: Number(line.waiting) })} {Number(line.failed) > 0 && t("failed", { count: Number(line.failed) })}
      </span>
      <span className="ml-auto flex gap-2">
        <Button size="sm" aria-label={t("testOf", { channel: name })} busy={tried.isPending} onClick={() => tried.mutate()}>
          {t("test")}
        </Button>
        {line.channel !== "mail" && (
          <Button size="sm" tone="danger" aria-label={t("removeOf", { channel: name })} busy={remove.isPending} onClick={() => remove.mutate()}>
            {t("remove")}
          </Button>
        )}
      </span>
      {line.error && (
        <p lang="en" className="basis-full text-table text-bad">
          {line.error}
        </p>
      )}
    </div>
  );
}

function Connect({ channel }: { channel: ChannelName }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const name = t(`channel_${channel}`);
  const connect = useMutation({
    mutationFn: () => connectChannel(channel, url.trim()),
    onSuccess: () => {
      toast.done(t("connected", { channel: name }));
      return queries.invalidateQueries({ queryKey: [keys.notificationPreferences] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim()) connect.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3">
      <Field label={name} className="flex-1 basis-56">
        <Input type="url" maxLength={2000} placeholder={t(`address_${channel as "slack" | "discord" | "teams" | "webhook"}`)} value={url} onChange={(event) => setUrl(event.target.value)} />
      </Field>
      <Button type="submit" aria-label={t("connectOf", { channel: name })} disabled={!url.trim()} busy={connect.isPending}>
        {t("connect")}
      </Button>
      <ErrorText error={connect.error} className="basis-full" />
    </form>
  );
}
