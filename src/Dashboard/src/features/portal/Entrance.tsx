import { useEffect, type ReactNode } from "react";
import { useText } from "@/i18n/messages";
import { Look } from "@/ui/look/Look";
import { messages } from "./messages";

/** A page before one is in: one thing to do. Whose portal it is, is told to those who may know. */
export function Entrance({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const t = useText(messages);
  useEffect(() => {
    document.title = `${title} · ${t("portal")}`;
  }, [title, t]);
  return (
    <div className="flex min-h-dvh flex-col bg-surface px-5 sm:px-10">
      <header className="flex h-16 shrink-0 items-center text-base font-semibold tracking-tight">{t("portal")}</header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-8">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {about && <p className="mt-1.5 wrap-anywhere text-muted">{about}</p>}
        <div className="mt-7">{children}</div>
      </main>
      <footer className="flex h-14 shrink-0 items-center">
        <Look />
      </footer>
    </div>
  );
}

/** The one thing to do: as wide as the form. */
export const mainButton = "h-10! w-full justify-center";
