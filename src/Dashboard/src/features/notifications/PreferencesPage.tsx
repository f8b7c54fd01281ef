import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { NotificationPreferences } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, FieldRow, Input, Section, Switch, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { Channels } from "./Channels";
import { Choice } from "./Choice";
import { days, draftOf, wishesOf, type Draft } from "./draft";
import { Grid } from "./Grid";
import { messages } from "./messages";
import { agreeWishes, wishesQuery } from "./queries";

/** How this person wants to be told. */
export function PreferencesPage() {
  const t = useText(messages);
  const query = useQuery(wishesQuery);
  return (
    <Screen title={t("title")} query={query} wide>
      {(now: NotificationPreferences) => (
        <>
          <Channels now={now} />
          <Wishes key={now.version} now={now} />
        </>
      )}
    </Screen>
  );
}

function Wishes({ now }: { now: NotificationPreferences }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(now));
  const wishes = wishesOf(draft);
  const save = useMutation({
    mutationFn: () => agreeWishes(now, wishes!),
    onSuccess: () => {
      toast.done(t("saved"));
      return queries.invalidateQueries({ queryKey: [keys.notificationPreferences] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wishes) save.mutate();
  };
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-8">
      <Section title={t("what")}>
        <Grid draft={draft} channels={now.channels.map((one) => one.channel)} onChange={setDraft} />
      </Section>
      <Section title={t("quiet")}>
        <div className="flex max-w-2xl flex-col gap-4">
          <Switch checked={draft.quiet} onChange={(quiet) => set({ quiet })} label={t("quietOn")} hint={t("quietHelp")} />
          {draft.quiet && (
            <>
              <FieldRow>
                <Field label={t("from")}>
                  <Input type="time" value={draft.from} onChange={(event) => set({ from: event.target.value })} />
                </Field>
                <Field label={t("until")}>
                  <Input type="time" value={draft.until} onChange={(event) => set({ until: event.target.value })} />
                </Field>
              </FieldRow>
              <Switch checked={draft.exceptHigh} onChange={(exceptHigh) => set({ exceptHigh })} label={t("exceptHigh")} />
            </>
          )}
        </div>
      </Section>
      <Section title={t("digest")}>
        <div className="flex max-w-2xl flex-col gap-4">
          <Choice label={t("digestHow")} value={draft.digest} onChange={(digest) => set({ digest })} options={[["none", t("digestNone")], ["daily", t("digestDaily")], ["weekly", t("digestWeekly")]]} />
          {draft.digest !== "none" && (
            <FieldRow>
              {draft.digest === "weekly" && <Choice label={t("day")} value={draft.day} onChange={(day) => set({ day })} options={days.map((day) => [day, t(`day_${day}`)])} />}
              <Choice label={t("hour")} value={draft.hour} onChange={(hour) => set({ hour })} options={Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`])} />
            </FieldRow>
          )}
        </div>
      </Section>
      <Section title={t("where")}>
        <div className="max-w-2xl">
          <FieldRow>
            <Field label={t("timeZone")} hint={t("timeZoneHelp", { zone: now.houseTimeZone })}>
              <Input value={draft.timeZone} placeholder={now.houseTimeZone} onChange={(event) => set({ timeZone: event.target.value })} />
            </Field>
            <Choice label={t("language")} value={draft.language} onChange={(language) => set({ language })} options={[["", t("languageHouse")], ["en", "English"], ["de", "Deutsch"], ["fr", "Français"], ["es", "Español"]]} />
          </FieldRow>
        </div>
      </Section>
      <ErrorText error={save.error} />
      <Button type="submit" tone="primary" className="self-start" disabled={!wishes} busy={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
