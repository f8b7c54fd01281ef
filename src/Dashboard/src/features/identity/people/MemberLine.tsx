import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Eraser, ShieldCheck, UserCheck, UserMinus, UserX } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMay, useMe } from "@/api/may";
import { keys } from "@/api/queries";
import type { Member, Role } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { useNow } from "@/lib/useNow";
import { Confirm, IconButton, Menu, Pill, Select, toast, Tooltip } from "@/ui";
import { PersonMark } from "@/ui/PersonMark";
import { rankOf, roles, useWords } from "../parts/words";
import { ForgetDialog } from "./ForgetDialog";
import { messages } from "./messages";

/** One member: role, state, and what one may do about them. Nobody changes themselves, nor those above. */
export function MemberLine({ one, may }: { one: Member; may: boolean }) {
  const t = useText(messages);
  const words = useWords();
  const formats = useFormats();
  const now = useNow(60_000);
  const me = useMe();
  const [asking, setAsking] = useState<"deactivate" | "remove" | "forget" | null>(null);
  const actions = useMemberActions(one);
  const name = `${one.firstName} ${one.lastName}`.trim() || one.email;
  const mine = me?.person.id === one.id;
  const ownRank = rankOf(me?.role ?? "viewer");
  const arrange = may && !mine && one.role !== "owner" && rankOf(one.role) <= ownRank;
  const forget = useMay("organisation.own") && !mine;

  return (
    <li className={cx("flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5 sm:px-4", !one.active && "bg-canvas")}>
      <PersonMark name={name} avatar={one.avatar} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className={cx("truncate font-medium", !one.active && "text-muted")}>{name}</span>
          {mine && <Pill tone="accent">{t("you")}</Pill>}
          {!one.active && <Pill>{t("inactive")}</Pill>}
          {one.secondFactor && (
            <Tooltip text={t("secondFactor")}>
              <span role="img" aria-label={t("secondFactor")} className="text-good">
                <ShieldCheck aria-hidden className="size-4" />
              </span>
            </Tooltip>
          )}
        </p>
        <p className="text-table break-words text-muted">
          {one.email} · {one.lastSignIn ? t("lastSignIn", { ago: formats.ago(one.lastSignIn, now) }) : t("neverIn")}
        </p>
      </div>
      {arrange && one.active ? (
        <Select<Role>
          label={t("roleOf", { name })}
          value={one.role}
          onChange={(role) => role !== one.role && actions.role.mutate(role)}
          options={roles.filter((role) => role !== "owner" && rankOf(role) <= ownRank).map((value) => ({ value, label: words.role(value) }))}
          className="w-32!"
        />
      ) : (
        <span className="w-32 px-2.5 text-sm">{words.role(one.role)}</span>
      )}
      {arrange || forget ? (
        <Menu
          align="end"
          trigger={<IconButton label={t("actionsOf", { name })} icon={<Ellipsis aria-hidden />} />}
          items={[
            ...(arrange
              ? [
                  one.active
                    ? { id: "deactivate", label: t("deactivate"), icon: <UserX aria-hidden />, onSelect: () => setAsking("deactivate") }
                    : { id: "reactivate", label: t("reactivate"), icon: <UserCheck aria-hidden />, onSelect: () => actions.active.mutate(true) },
                  { id: "remove", label: t("remove"), icon: <UserMinus aria-hidden />, danger: true, onSelect: () => setAsking("remove") },
                ]
              : []),
            ...(forget ? [{ id: "forget", label: t("forget"), icon: <Eraser aria-hidden />, danger: true, onSelect: () => setAsking("forget") }] : []),
          ]}
        />
      ) : (
        may && <span className="size-8" />
      )}
      <Confirm open={asking === "deactivate"} onClose={() => setAsking(null)} title={t("deactivateTitle", { name })} description={t("deactivateHelp")} action={t("deactivate")} danger busy={actions.active.isPending} onConfirm={() => actions.active.mutate(false, { onSettled: () => setAsking(null) })} />
      <Confirm open={asking === "remove"} onClose={() => setAsking(null)} title={t("removeTitle", { name })} description={t("removeHelp")} action={t("remove")} danger busy={actions.remove.isPending} onConfirm={() => actions.remove.mutate(undefined, { onSettled: () => setAsking(null) })} />
      {forget && <ForgetDialog one={one} name={name} open={asking === "forget"} onClose={() => setAsking(null)} />}
    </li>
  );
}

function useMemberActions(one: Member) {
  const t = useText(messages);
  const words = useWords();
  const queries = useQueryClient();
  const name = `${one.firstName} ${one.lastName}`.trim() || one.email;
  const path = { params: { path: { id: one.id } } };
  const common = { onError: (error: unknown) => void toast.error(error), onSettled: () => queries.invalidateQueries({ queryKey: [keys.people] }) };
  const role = useMutation({ ...common, mutationFn: (next: Role) => ask(api.PATCH("/api/users/{id}", { ...path, body: { role: next } })), onSuccess: (_, next) => void toast.done(t("roleGiven", { name, role: words.role(next) })) });
  const active = useMutation({ ...common, mutationFn: (next: boolean) => ask(api.PATCH("/api/users/{id}", { ...path, body: { active: next } })), onSuccess: (_, next) => void toast.done(t(next ? "reactivated" : "deactivated", { name })) });
  const remove = useMutation({ ...common, mutationFn: () => api.DELETE("/api/users/{id}", path), onSuccess: () => void toast.done(t("removed", { name })) });
  return { role, active, remove };
}
