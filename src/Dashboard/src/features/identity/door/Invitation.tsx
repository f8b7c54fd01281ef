import { useState, type FormEvent } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMe } from "@/api/may";
import { isProblem } from "@/api/problem";
import { session } from "@/api/session";
import type { InvitationOffer } from "@/api/types";
import { useText } from "@/i18n/messages";
import { SHORTEST } from "@/lib/strength";
import { Button, ErrorText, Field, FieldRow, Input, Loading, PasswordInput, Skeleton, StrengthMeter } from "@/ui";
import { BadLink } from "./BadLink";
import { Frame, mainButton } from "./Frame";
import { messages } from "./messages";
import { SecondStep } from "./SecondStep";
import { takeToken } from "./token";

/** Joins an organisation by a mailed link: as somebody new, or with the account one has. */
export function Invitation() {
  const t = useText(messages);
  const [token] = useState(takeToken);
  const invitation = useQuery({ queryKey: ["invitation", token], queryFn: ({ signal }) => ask(api.GET("/api/auth/invitations/{token}", { params: { path: { token } }, signal })), enabled: token !== "", retry: false, staleTime: Infinity });
  if (token === "" || isProblem(invitation.error, "link-invalid") || isProblem(invitation.error, "not-found")) return <BadLink of="invitation" />;
  if (invitation.error)
    return (
      <Frame title={t("verifying")}>
        <ErrorText error={invitation.error} onRetry={() => void invitation.refetch()} />
      </Frame>
    );
  if (!invitation.data)
    return (
      <Frame title={t("verifying")}>
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      </Frame>
    );
  return <Join token={token} invitation={invitation.data} />;
}

function Join({ token, invitation: { organisation, email, role, knownPerson } }: { token: string; invitation: InvitationOffer }) {
  const t = useText(messages);
  const me = useMe();
  const [draft, setDraft] = useState({ firstName: "", lastName: "", password: "" });
  const [checked, setChecked] = useState(false);
  const [code, setCode] = useState(false);
  const accept = useMutation({
    mutationFn: (given: string | undefined) => ask(api.POST("/api/auth/invitations/accept", { body: knownPerson ? { token, password: draft.password, ...(given ? { code: given } : {}) } : { token, ...draft } })),
    onError: (error) => setCode(isProblem(error, "second-factor-needed") || isProblem(error, "second-factor-wrong")),
    // Whoever was signed in here before is not any more: everything begins anew.
    onSuccess: (tokens) => session.goOver(tokens),
  });
  const names = knownPerson || (draft.firstName.trim() !== "" && draft.lastName.trim() !== "");
  const short = [...draft.password].length < (knownPerson ? 1 : SHORTEST);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const missing = (text: string) => (checked && !text.trim() ? t("missing") : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (names && !short) accept.mutate(undefined);
  };
  if (isProblem(accept.error, "link-invalid")) return <BadLink of="invitation" />;
  if (code) return <SecondStep busy={accept.isPending} error={isProblem(accept.error, "second-factor-needed") ? null : accept.error} onCode={(given) => accept.mutate(given)} onBack={() => setCode(false)} />;
  return (
    <Frame
      title={t("invitedTo", { organisation })}
      about={
        <>
          {t("invitedAs", { role: t(`role_${role}`), email })} {knownPerson && t("invitedKnown")}
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {me && me.person.email.toLowerCase() !== email.toLowerCase() && (
          <p role="status" className="rounded-md border border-line bg-warn-soft px-3 py-2 text-table text-warn">
            {t("invitedOther", { mine: me.person.email, theirs: email })}
          </p>
        )}
        {/* Password keepers want to know whose password it is. */}
        <input type="email" name="username" autoComplete="username" readOnly tabIndex={-1} aria-hidden value={email} className="hidden" />
        {!knownPerson && (
          <FieldRow>
            <Field label={t("firstName")} error={missing(draft.firstName)}>
              <Input autoFocus autoComplete="given-name" maxLength={100} value={draft.firstName} onChange={(event) => set({ firstName: event.target.value })} className="h-10!" />
            </Field>
            <Field label={t("lastName")} error={missing(draft.lastName)}>
              <Input autoComplete="family-name" maxLength={100} value={draft.lastName} onChange={(event) => set({ lastName: event.target.value })} className="h-10!" />
            </Field>
          </FieldRow>
        )}
        <div className="flex flex-col gap-2">
          <Field label={t(knownPerson ? "password" : "choosePassword")} error={checked && short ? t(draft.password ? "passwordShort" : "missing") : undefined}>
            <PasswordInput autoFocus={knownPerson} name="password" autoComplete={knownPerson ? "current-password" : "new-password"} value={draft.password} onChange={(event) => set({ password: event.target.value })} className="h-10!" />
          </Field>
          {!knownPerson && <StrengthMeter password={draft.password} known={[email, draft.firstName, draft.lastName, organisation]} />}
        </div>
        <ErrorText error={accept.error} />
        <Button type="submit" tone="primary" busy={accept.isPending} className={mainButton}>
          {t("join")}
        </Button>
      </form>
    </Frame>
  );
}
