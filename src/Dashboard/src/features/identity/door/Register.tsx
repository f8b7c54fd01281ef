import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { isProblem } from "@/api/problem";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { habitsOf, isEmail, isSlug, slugOf } from "@/lib/habits";
import { SHORTEST } from "@/lib/strength";
import { Button, ErrorText, Field, FieldRow, Input, PasswordInput, StrengthMeter } from "@/ui";
import { DoorLink } from "./DoorLink";
import { entered } from "./entered";
import { Frame, mainButton } from "./Frame";
import { HabitsFields } from "./HabitsFields";
import { messages } from "./messages";

const fieldOf: Record<string, keyof Draft> = { "slug-taken": "slug", "bad-slug": "slug", "email-taken": "email", "bad-email": "email", "password-length": "password", "password-common": "password", "bad-name": "organisation" };

interface Draft {
  organisation: string;
  slug: string;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

/** An organisation and its owner in one go: the very first one, or one more where anybody may register. */
export function Register() {
  const t = useText(messages);
  const setup = session.setup;
  const first = setup?.state === "first";
  const [draft, setDraft] = useState<Draft>({ organisation: "", slug: "", firstName: "", lastName: "", email: "", password: "" });
  const [ownSlug, setOwnSlug] = useState(false);
  const [checked, setChecked] = useState(false);
  const [habits, setHabits] = useState(() => habitsOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone, setup?.defaults ?? { currency: "USD", timeZone: "UTC", locale: "en-US" }));
  const slug = ownSlug ? draft.slug : slugOf(draft.organisation);
  const register = useMutation({
    mutationFn: () => ask(api.POST("/api/auth/register", { body: { ...draft, slug, email: draft.email.trim(), ...habits } })),
    onSuccess: entered,
  });
  if (!first && setup?.state !== "open")
    return (
      <Frame title={t("closedTitle")} about={t("closedAbout")}>
        <DoorLink to="/sign-in">{t("toSignIn")}</DoorLink>
      </Frame>
    );

  const problem = isProblem(register.error) ? register.error : null;
  const refusedField = problem ? fieldOf[problem.code] : undefined;
  const wrong: Partial<Record<keyof Draft, string>> = checked
    ? {
        ...(draft.organisation.trim() ? {} : { organisation: t("missing") }),
        ...(isSlug(slug) ? {} : { slug: t("slugWrong") }),
        ...(draft.firstName.trim() ? {} : { firstName: t("missing") }),
        ...(draft.lastName.trim() ? {} : { lastName: t("missing") }),
        ...(isEmail(draft.email) ? {} : { email: t(draft.email ? "emailWrong" : "missing") }),
        ...([...draft.password].length >= SHORTEST ? {} : { password: t(draft.password ? "passwordShort" : "missing") }),
      }
    : {};
  const fault = (field: keyof Draft) => wrong[field] ?? (refusedField === field ? problem!.message : problem?.fieldError(field));
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    if (refusedField && refusedField in part) register.reset();
  };
  const ready = draft.organisation.trim() && isSlug(slug) && draft.firstName.trim() && draft.lastName.trim() && isEmail(draft.email) && [...draft.password].length >= SHORTEST;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (ready) return register.mutate();
    const form = event.currentTarget;
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]:is(input)")?.focus());
  };

  return (
    <Frame
      wide
      title={t(first ? "setUpTitle" : "registerTitle")}
      about={t(first ? "setUpAbout" : "registerAbout")}
      foot={
        !first && (
          <>
            {t("haveAccount")} <DoorLink to="/sign-in">{t("signIn")}</DoorLink>
          </>
        )
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("organisationName")} error={fault("organisation")}>
          <Input autoFocus autoComplete="organization" maxLength={255} value={draft.organisation} onChange={(event) => set({ organisation: event.target.value })} className="h-10!" />
        </Field>
        <Field label={t("slug")} hint={t("slugHint")} error={(checked || ownSlug || draft.organisation.length > 2 ? fault("slug") : undefined) ?? (ownSlug && !isSlug(slug) ? t("slugWrong") : undefined)}>
          <Input
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            value={slug}
            onChange={(event) => {
              setOwnSlug(event.target.value !== "");
              set({ slug: event.target.value.toLowerCase() });
            }}
            className="h-10! font-mono text-table!"
          />
        </Field>
        <HabitsFields habits={habits} onChange={setHabits} />
        <h2 className="mt-3 text-sm font-semibold">{t("you")}</h2>
        <FieldRow>
          <Field label={t("firstName")} error={fault("firstName")}>
            <Input autoComplete="given-name" maxLength={100} value={draft.firstName} onChange={(event) => set({ firstName: event.target.value })} className="h-10!" />
          </Field>
          <Field label={t("lastName")} error={fault("lastName")}>
            <Input autoComplete="family-name" maxLength={100} value={draft.lastName} onChange={(event) => set({ lastName: event.target.value })} className="h-10!" />
          </Field>
        </FieldRow>
        <Field label={t("email")} error={fault("email")}>
          <Input type="email" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} value={draft.email} onChange={(event) => set({ email: event.target.value })} className="h-10!" />
        </Field>
        <div className="flex flex-col gap-2">
          <Field label={t("password")} error={fault("password")}>
            <PasswordInput name="password" autoComplete="new-password" value={draft.password} onChange={(event) => set({ password: event.target.value })} className="h-10!" />
          </Field>
          <StrengthMeter password={draft.password} known={[draft.organisation, draft.email, draft.firstName, draft.lastName]} />
        </div>
        {!refusedField && <ErrorText error={register.error} />}
        <Button type="submit" tone="primary" busy={register.isPending} className={mainButton}>
          {t("create")}
        </Button>
      </form>
    </Frame>
  );
}
