import { useEffect, useState, type ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import type { MessageWordsPage } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, buttonClass, Confirm, ErrorText, Field, Page, Section, TextArea, toast } from "@/ui";
import { Fetched } from "@/ui/Fetched";
import { KindFields, Kinds } from "./Kinds";
import { messages } from "./messages";
import { keepWords, wordsQuery } from "./queries";
import { TryMessage } from "./TryMessage";
import { draftOf, placesOf, wordsOf, type List } from "./words";

/** By which words text messages are told apart, in the order in which they decide. */
export function WordsPage() {
  const t = useText(messages);
  const query = useQuery({ ...wordsQuery, enabled: useMay("support.see") });
  return (
    <Fetched title={t("wordsTitle")} query={query} needs="support.see">
      {(page) => <Editor page={page} />}
    </Fetched>
  );
}

const before: readonly List[] = ["senders", "reactions", "courtesies", "asides", "shortRequests"];
const behind: readonly List[] = ["workWords", "actionWords", "urgent", "unhurried"];

function Editor({ page }: { page: MessageWordsPage }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [keep, arrange] = [useMay("support.keep"), useMay("support.arrange")];
  const [base, setBase] = useState(page);
  const { draft, dirty, set, begin } = useDraft(() => draftOf(page.lists));
  const [resetting, setResetting] = useState(false);
  const take = (next: MessageWordsPage) => {
    setBase(next);
    begin(draftOf(next.lists));
  };
  // What somebody else saved is shown at once, unless something is being written here.
  if (!dirty && page.version > base.version) take(page);
  const save = useMutation({
    mutationFn: ({ version, usual }: { version: number; usual: boolean }) => (usual ? keepWords(version) : keepWords(version, wordsOf(draft))),
    onSuccess: (saved) => {
      toast.done(t("saved"));
      take(saved);
      queries.setQueryData(wordsQuery.queryKey, saved);
    },
    onSettled: () => setResetting(false),
  });
  const places = placesOf(save.error, draft);
  const wrong = isProblem(save.error) ? save.error.message : undefined;
  const theirs = isProblem(save.error) ? save.error.current<MessageWordsPage>() : undefined;
  const placed = places.lists.length + places.kinds.length > 0;
  useHash();
  const list = (name: List) => (
    <Part key={name} id={name}>
      <Field label={t(`list_${name}`)} hint={t(`help_${name}`)} {...(places.lists.includes(name) && wrong ? { error: wrong } : {})}>
        <TextArea rows={Math.max(2, Math.min(8, draft.lists[name].split("\n").length))} spellCheck={false} className="font-mono" value={draft.lists[name]} onChange={(event) => set({ lists: { ...draft.lists, [name]: event.target.value } })} disabled={!arrange} />
      </Field>
    </Part>
  );
  return (
    <Page
      title={t("wordsTitle")}
      actions={
        <>
          <Link to="/support/messages" className={buttonClass()}>{t("back")}</Link>
          {arrange && !base.usual && <Button onClick={() => setResetting(true)}>{t("reset")}</Button>}
          {arrange && (
            <Button tone="primary" busy={save.isPending} disabled={!dirty} onClick={() => save.mutate({ version: base.version, usual: false })}>
              {t("save")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex max-w-3xl flex-col gap-6 p-4 sm:p-6">
        <div className="flex flex-col gap-1 text-table text-muted">
          <p>{t("wordsAbout")}</p>
          <p>{t(base.usual ? "usual" : "edited")}</p>
        </div>
        {keep && <TryMessage sender={base.lists.senders[0] ?? "Them"} version={base.version} />}
        {theirs ? (
          <div role="alert" className="flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-table">
            <span className="flex-1">{t("somebodyElse")}</span>
            <Button
              size="sm"
              onClick={() => {
                take(theirs);
                save.reset();
              }}
            >
              {t("takeTheirs")}
            </Button>
            <Button size="sm" onClick={() => save.mutate({ version: theirs.version, usual: false })}>{t("keepMine")}</Button>
          </div>
        ) : (
          !placed && <ErrorText error={save.error} />
        )}
        <p className="text-table text-muted">{t("patternHelp")}</p>
        {before.map(list)}
        <Part id="kinds">
          <Section title={t("list_kinds")}>
            <p className="mb-3 text-table text-muted">{t("help_kinds")}</p>
            <Kinds kinds={draft.kinds} onChange={(kinds) => set({ kinds })} disabled={!arrange} errorOf={(at) => (places.kinds.includes(at) ? wrong : undefined)} />
          </Section>
        </Part>
        <Section title={t("otherwise")}>
          <p className="mb-3 text-table text-muted">{t("otherwiseHelp")}</p>
          <div className="flex flex-col gap-3 rounded-card border border-line p-3">
            <KindFields kind={draft.otherwise} onChange={(part) => set({ otherwise: { ...draft.otherwise, ...part } })} disabled={!arrange} plain />
          </div>
        </Section>
        {behind.map(list)}
      </div>
      <Confirm open={resetting} onClose={() => setResetting(false)} title={t("resetTitle")} description={t("resetHelp")} action={t("reset")} danger busy={save.isPending} onConfirm={() => save.mutate({ version: base.version, usual: true })} />
    </Page>
  );
}

const Part = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id} className="scroll-mt-4">
    {children}
  </div>
);

/** Whoever comes by an entry that decided is led to its list. */
function useHash() {
  const hash = useLocation({ select: (at) => at.hash });
  useEffect(() => {
    const place = hash ? document.getElementById(hash) : null;
    place?.scrollIntoView({ block: "start" });
    place?.querySelector<HTMLElement>("textarea, input")?.focus({ preventScroll: true });
  }, [hash]);
}
