import { useEffect, useState } from "react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Loading, Needs, Page, Progress, Section, Skeleton, useCommand, useShortcut } from "@/ui";
import { Check, TakeButton } from "./Check";
import { Choose } from "./Choose";
import { Done } from "./Done";
import { EarlierImports } from "./EarlierImports";
import { MapColumns } from "./MapColumns";
import { messages } from "./messages";
import { sample } from "./sample";
import { useWizard, wizard } from "./wizard";

/** From a spreadsheet to billing records: choose, look, take; and the imports there were. */
export function ImportPage() {
  return (
    <Needs permission="facilities.arrange">
      <Wizard />
    </Needs>
  );
}

function Wizard() {
  const t = useText(messages);
  const state = useWizard();
  const [onlyClean, setOnlyClean] = useState(false);
  const { sample: wanted } = useSearch({ from: "/facilities/import" });
  const navigate = useNavigate();
  const { today } = useHouse();
  useEffect(() => {
    if (!wanted) return;
    void navigate({ to: "/facilities/import", search: {}, replace: true });
    if (wizard.state.step === "choose") void wizard.open(sample(today));
  }, [wanted, navigate, today]);
  const begun = state.step !== "choose";
  useShortcut({ keys: "c", label: t("another"), group: t("import"), enabled: state.step === "check" || state.step === "done", run: () => wizard.restart() });
  useCommand({ id: "another-file", label: t("another"), words: "import csv xlsx datei", run: () => wizard.restart() }, begun && state.step !== "running");
  return (
    <Page
      title={t("import")}
      about={begun ? <span className="truncate max-phone:hidden">{state.file.name}</span> : undefined}
      actions={
        <>
          {(state.step === "check" || state.step === "map" || state.step === "done") && <Button onClick={() => wizard.restart()}>{t("another")}</Button>}
          {state.step === "check" && <TakeButton state={state} onlyClean={onlyClean} />}
        </>
      }
    >
      {state.step === "choose" && (
        <div className="mx-auto flex max-w-4xl flex-col gap-10 p-4 sm:p-6">
          <Choose error={state.error} />
          <EarlierImports />
        </div>
      )}
      {state.step === "reading" && (
        <Loading className="flex flex-col gap-4 p-4 sm:p-6">
          <p className="text-muted">{t("reading", { name: state.file.name })}</p>
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-80 w-full" />
        </Loading>
      )}
      {state.step === "map" && <MapColumns state={state} />}
      {state.step === "check" && <Check state={state} onlyClean={onlyClean} onOnlyClean={setOnlyClean} />}
      {state.step === "running" && (
        <Section title={t("importing", { name: state.file.name })} className="mx-auto mt-12 max-w-lg p-6">
          <Progress value={state.progress} label={t("rows", { count: state.report.accepted })} />
          <p className="mt-4 text-table text-muted">{t("leave")}</p>
        </Section>
      )}
      {state.step === "done" && <Done state={state} />}
    </Page>
  );
}
