import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys, meQuery } from "@/api/queries";
import { session } from "@/api/session";
import type { Me } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, Field, FieldRow, Input, Pill, Section, toast } from "@/ui";
import { OrganisationMark } from "@/ui/OrganisationMark";
import { Screen } from "@/ui/settings";
import { useWords } from "../parts/words";
import { Avatar } from "./Avatar";
import { ForgetMe } from "./ForgetMe";
import { messages } from "./messages";

/** One's name and where one belongs. */
export function ProfilePage() {
  const t = useText(messages);
  const me = useQuery(meQuery);
  return (
    <Screen title={t("profile")} query={me}>
      {(data: Me) => (
        <>
          <Avatar key={`picture ${data.person.id}`} person={data.person} />
          <Names key={data.person.id} me={data} />
          <Memberships me={data} />
          <ForgetMe email={data.person.email} />
        </>
      )}
    </Screen>
  );
}

function Names({ me: { person } }: { me: Me }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ firstName: person.firstName, lastName: person.lastName, phone: person.phone ?? "" });
  const changed = draft.firstName !== person.firstName || draft.lastName !== person.lastName || draft.phone !== (person.phone ?? "");
  const save = useMutation({
    mutationFn: () => ask(api.PATCH("/api/users/me", { body: { firstName: draft.firstName.trim(), lastName: draft.lastName.trim(), phone: draft.phone.trim() } })),
    onSuccess: () => {
      toast.done(t("saved"));
      return queries.invalidateQueries({ queryKey: [keys.me] });
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const field = (name: keyof typeof draft, autoComplete: string, type = "text") => (
    <Field label={t(name)} error={problem?.fieldError(name)}>
      <Input type={type} autoComplete={autoComplete} maxLength={100} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </Field>
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FieldRow>
        {field("firstName", "given-name")}
        {field("lastName", "family-name")}
      </FieldRow>
      <FieldRow>
        <Field label={t("email")} hint={t("emailHint")}>
          <div className="flex h-8 min-w-0 items-center gap-2">
            <span className="truncate">{person.email}</span>
            <Pill tone={person.emailVerified ? "good" : "warn"}>{t(person.emailVerified ? "verified" : "notVerified")}</Pill>
          </div>
        </Field>
        {field("phone", "tel", "tel")}
      </FieldRow>
      <ErrorText error={save.error} />
      <div className="flex items-center gap-3">
        <Button type="submit" tone="primary" busy={save.isPending} disabled={!changed}>
          {t("save")}
        </Button>
        {changed && <span className="text-table text-muted">{t("unsaved")}</span>}
      </div>
    </form>
  );
}

function Memberships({ me }: { me: Me }) {
  const t = useText(messages);
  const words = useWords();
  const [leaving, setLeaving] = useState(false);
  const leave = useMutation({
    mutationFn: () => api.POST("/api/users/me/leave"),
    onSuccess: () => session.ended("/sign-in"),
    onError: (error) => toast.error(error),
    onSettled: () => setLeaving(false),
  });
  return (
    <Section title={t("memberOf")}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {me.organisations.map((one) => (
          <li key={one.id} className="flex items-center gap-3 px-3 py-2.5">
            <OrganisationMark name={one.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.name}</span>
              <span className="block text-table text-muted">{words.role(one.role)}</span>
            </span>
            {one.id === me.organisation.id && (
              <Button size="sm" tone="danger" onClick={() => setLeaving(true)}>
                {t("leaveIt")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm open={leaving} onClose={() => setLeaving(false)} title={`${t("leave", { organisation: me.organisation.name })}?`} description={t("leaveHelp")} action={t("leaveIt")} danger busy={leave.isPending} onConfirm={() => leave.mutate()} />
    </Section>
  );
}
