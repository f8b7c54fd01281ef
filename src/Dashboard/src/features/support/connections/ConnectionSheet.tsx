import { useMemo, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { SupportConnection } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, Combobox, ErrorText, Field, FieldRow, Input, InputWith, PasswordInput, Select, Sheet, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { useClientNames } from "@/ui/clients/useClientNames";
import { Conflict } from "@/ui/conflict/Conflict";
import { messages as words, urgencies } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { draftOf, emptyDraft, fieldOf, inputOf, isBadNumber, termsOf, type Draft, type DraftField } from "./draft";
import { Meanings } from "./Meanings";
import { messages } from "./messages";
import { arrange, connect } from "./queries";

const FORM = "connection-form";

interface ConnectionSheetProps {
  /** The connection to edit; left out for a new one. */
  connection?: SupportConnection;
  onClose: () => void;
  onDone: (connection: SupportConnection) => void;
}

/** A new connection, or what is agreed about one: where it is, what is read of it, and who is who. */
export function ConnectionSheet({ connection, onClose, onDone }: ConnectionSheetProps) {
  const t = useText(messages);
  const w = useText(words);
  const queries = useQueryClient();
  // What somebody else changes meanwhile must not be written over unseen.
  const [version, setVersion] = useState(connection?.version ?? 0);
  const { draft, dirty, set, begin } = useDraft(() => (connection ? draftOf(connection) : emptyDraft));
  const ready = connection ? termsOf(draft) !== null : inputOf(draft) !== null;
  const save = useMutation({
    mutationFn: (over: number | undefined) => (connection ? arrange(connection.id, over ?? version, { ...termsOf(draft)!, active: connection.active }) : connect(inputOf(draft)!)),
    onSuccess: (saved) => {
      toast.done(t(connection ? "saved" : "connected"));
      void queries.invalidateQueries({ queryKey: [keys.supportConnections] });
      onDone(saved);
    },
  });
  const at = fieldOf(save.error, draft);
  const error = (field: DraftField) => (at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const theirs = isProblem(save.error) ? save.error.current<SupportConnection>() : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate(undefined);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(connection ? "editTitle" : "add")}
      dirty={dirty && !save.isSuccess}
      actions={
        <>
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" busy={save.isPending} disabled={!ready}>
            {connection ? w("save") : t("connect")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-6">
        <Where draft={draft} set={set} error={error} connection={connection} />
        <What draft={draft} set={set} error={error} />
        <Who key={version} draft={draft} set={set} error={error} />
        {theirs ? (
          <Conflict
            differences={differences(draft, draftOf(theirs), t)}
            onTheirs={() => {
              setVersion(theirs.version);
              begin(draftOf(theirs));
              save.reset();
            }}
            onMine={() => save.mutate(theirs.version)}
          />
        ) : (
          !at && <ErrorText error={save.error} />
        )}
      </form>
    </Sheet>
  );
}

/** What two people wrote differently. */
function differences(yours: Draft, theirs: Draft, t: (key: "name" | "address" | "user" | "mailbox" | "projects" | "sites" | "timeZone" | "every" | "who") => string) {
  const plain = (["name", "address", "user", "mailbox", "projects", "sites", "timeZone", "every"] as const).map((field) => ({ field: t(field), theirs: theirs[field] ?? "", yours: yours[field] ?? "" }));
  const who = ({ client, clients, categories, urgencies: pressing }: Draft) => [client ?? "", ...[...clients, ...categories, ...pressing].map(({ outside, means }) => `${outside} → ${means ?? ""}`)];
  const [one, other] = [who(theirs), who(yours)];
  const only = (some: string[], without: string[]) => some.filter((entry) => !without.includes(entry)).join(", ");
  return [...plain, { field: t("who"), theirs: only(one, other), yours: only(other, one) }].filter((each) => each.theirs !== each.yours);
}

interface PartProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  error: (field: DraftField) => { error?: string };
}

/** Where it is, and as whom it is asked. */
function Where({ draft, set, error, connection }: PartProps & { connection: SupportConnection | undefined }) {
  const t = useText(messages);
  const fluent = draft.kind === "fluent";
  return (
    <div className="flex flex-col gap-4">
      {!connection && (
        <>
          <Choice label={t("kind")} value={draft.kind} onChange={(kind) => set({ kind })} options={(["fluent", "twenty"] as const).map((value) => ({ value, label: t(`kind_${value}`), hint: t(`kind_${value}Help`) }))} />
          <div className="rounded-md bg-quiet-soft px-3 py-2 text-table">
            <p className="font-medium">{t("steps")}</p>
            <p>{t(`steps_${draft.kind}`)}</p>
          </div>
        </>
      )}
      <Field label={t("name")} hint={t("nameHint")} {...error("name")}>
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
      </Field>
      <Field label={t("address")} hint={t(`addressHint_${draft.kind}`)} {...error("address")}>
        <Input type="url" value={draft.address} onChange={(event) => set({ address: event.target.value })} maxLength={2000} inputMode="url" autoCapitalize="none" spellCheck={false} />
      </Field>
      {fluent && (
        <Field label={t("user")} hint={t("userHint")} {...error("user")}>
          <Input value={draft.user} onChange={(event) => set({ user: event.target.value })} maxLength={100} autoCapitalize="none" spellCheck={false} />
        </Field>
      )}
      <Field label={t(`credential_${draft.kind}`)} hint={connection?.credentialShown ? t("credentialKept", { shown: connection.credentialShown }) : t("credentialHint")} {...error("credential")}>
        <PasswordInput autoComplete="off" maxLength={4000} value={draft.credential} onChange={(event) => set({ credential: event.target.value })} />
      </Field>
    </div>
  );
}

/** What is read of it, and how often. */
function What({ draft, set, error }: PartProps) {
  const t = useText(messages);
  const zones = useMemo(() => [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(draft.timeZone ? [draft.timeZone] : [])])].map((value) => ({ value, label: value.replaceAll("_", " ") })), [draft.timeZone]);
  const whole = (field: "mailbox" | "every") => (isBadNumber(draft[field]) ? { error: t("badNumber") } : error(field));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 text-sm font-semibold">{t("what")}</legend>
      {draft.kind === "fluent" ? (
        <Field label={t("mailbox")} hint={t("mailboxHint")} {...whole("mailbox")}>
          <Input value={draft.mailbox} onChange={(event) => set({ mailbox: event.target.value })} inputMode="numeric" />
        </Field>
      ) : (
        <FieldRow>
          {(["projects", "sites"] as const).map((field) => (
            <Field key={field} label={t(field)} hint={t("objectHint")} {...error(field)}>
              <Input value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} maxLength={100} autoCapitalize="none" spellCheck={false} />
            </Field>
          ))}
        </FieldRow>
      )}
      <FieldRow>
        <Field label={t("timeZone")} hint={t("timeZoneHint")} {...error("timeZone")}>
          <Combobox label={t("timeZone")} value={draft.timeZone} onChange={(timeZone) => set({ timeZone })} options={zones} placeholder={t(`timeZone_${draft.kind}`)} />
        </Field>
        <Field label={t("every")} hint={t("everyHint")} {...whole("every")}>
          <InputWith value={draft.every} onChange={(event) => set({ every: event.target.value })} placeholder="15" inputMode="numeric" after={t("minutes")} />
        </Field>
      </FieldRow>
    </fieldset>
  );
}

/** Who outside is which client here, and what their words mean. */
function Who({ draft, set, error }: PartProps) {
  const t = useText(messages);
  const w = useText(words);
  const categories = useCategories() ?? [];
  const nameOf = useClientNames(draft.clients.map(({ means }) => means));
  const urgencyOptions = urgencies.map((value) => ({ value, label: w(`urgency_${value}`) }));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 text-sm font-semibold">{t("who")}</legend>
      <Field label={t("client")} hint={t("clientHint")} {...error("client")}>
        <ClientPicker label={t("client")} placeholder={t("noClient")} value={draft.client} onChange={(client) => set({ client })} />
      </Field>
      <Meanings
        label={t("clients")}
        hint={t(`clientsHint_${draft.kind}`)}
        entries={draft.clients}
        onChange={(clients) => set({ clients })}
        nameOf={(id) => nameOf(id, "…")}
        choose={(value, onChange, label) => <ClientPicker label={label} placeholder={t("means")} value={value} onChange={onChange} />}
        error={error("clients").error}
      />
      {draft.kind === "fluent" && (
        <>
          <Meanings
            label={t("categories")}
            hint={t("categoriesHint")}
            entries={draft.categories}
            onChange={(next) => set({ categories: next })}
            nameOf={(code) => categories.find((one) => one.code === code)?.name ?? code}
            choose={(value, onChange, label) => <Select label={label} placeholder={t("means")} value={value} onChange={onChange} options={categories.filter((one) => !one.closed || one.code === value).map(({ code, name }) => ({ value: code, label: name }))} />}
            error={error("categories").error}
          />
          <Meanings
            label={t("urgencies")}
            hint={t("urgenciesHint")}
            entries={draft.urgencies}
            onChange={(next) => set({ urgencies: next })}
            nameOf={(urgency) => urgencyOptions.find((one) => one.value === urgency)?.label ?? urgency}
            choose={(value, onChange, label) => <Select<string> label={label} placeholder={t("means")} value={value} onChange={onChange} options={urgencyOptions} />}
            error={error("urgencies").error}
          />
        </>
      )}
    </fieldset>
  );
}
