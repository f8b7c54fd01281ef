import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { AiCatalogueTaken, AiProvider } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Button, ErrorText, Loading, Pill, Section, Sheet, Skeleton } from "@/ui";
import { Choice } from "@/ui/Choice";
import { FileDrop } from "@/ui/FileDrop";
import { catalogueOf, catalogues, kinds, sendCatalogue, whyOf, type CatalogueName } from "./catalogue";
import { messages } from "./messages";

interface CatalogueSheetProps {
  providers: readonly AiProvider[];
  onClose: () => void;
  /** Prices were taken: usage can be priced by them. */
  onAgain: () => void;
}

/** A catalogue of list prices: chosen, held against the book, and what is new is taken. */
export function CatalogueSheet({ providers, onClose, onAgain }: CatalogueSheetProps) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [catalogue, setCatalogue] = useState<CatalogueName>("litellm");
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState(false);
  const look = useMutation({ mutationFn: ({ of, from }: { of: File; from: CatalogueName }) => sendCatalogue(of, from, true) });
  const take = useMutation({
    mutationFn: () => sendCatalogue(file!, catalogue, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.aiPrices] }),
  });
  const check = (of: File, from: CatalogueName) => {
    setFile(of);
    setCatalogue(from);
    take.reset();
    look.mutate({ of, from });
  };
  const seen = look.data;
  return (
    <Sheet open wide onClose={onClose} title={t("importTitle")} dirty={seen !== undefined && seen.accepted > 0 && !take.isSuccess}>
      {take.data ? (
        <div className="flex flex-col gap-4">
          <p role="status" className="font-medium">{t("taken", { count: take.data.accepted })}</p>
          <p className="text-table text-muted">{t("takenHelp")}</p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t("close")}</Button>
            <Button tone="primary" onClick={onAgain}>{t("apply")}</Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          <Choice<CatalogueName> value={catalogue} onChange={(next) => (file ? check(file, next) : setCatalogue(next))} label={t("catalogue")} options={catalogues.map((value) => ({ value, label: t(`from_${value}`), hint: t(`fromHint_${value}`) }))} />
          <FileDrop title={file ? file.name : t("dropHere")} hint={t("dropHint")} choose={t(file ? "chooseAnother" : "chooseFile")} command={{ id: "ai-catalogue-file", words: "catalogue prices json katalog preise datei" }} kinds={kinds} onFile={(of) => check(of, catalogueOf(of.name) ?? catalogue)} onWrong={setWrong} />
          {wrong && <p role="alert" className="text-bad">{t("wrongFile")}</p>}
          <ErrorText error={look.error ?? take.error} />
          {look.isPending && (
            <Loading>
              <Skeleton className="h-24 w-full" />
            </Loading>
          )}
          {seen && !look.isPending && <Looked seen={seen} providers={providers} />}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button tone="primary" busy={take.isPending} disabled={!seen || look.isPending || seen.accepted === 0} onClick={() => take.mutate()}>
              {t("take", { count: seen?.accepted ?? 0 })}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

/** What would become of a catalogue. */
function Looked({ seen, providers }: { seen: AiCatalogueTaken; providers: readonly AiProvider[] }) {
  const t = useText(messages);
  const { number } = useFormats();
  return (
    <>
      <div role="status">
        <dl className="grid grid-cols-2 gap-3 phone:grid-cols-3">
          {([["accepted", seen.accepted], ["unchanged", seen.unchanged], ["heldBack", new Set(seen.held.map((one) => `${one.provider} ${one.model}`)).size], ["refused", seen.rejected.length], ["strangers", seen.strangers]] as const).map(([name, count]) => (
            <div key={name} className="rounded-card border border-line bg-surface px-3 py-2">
              <dt className="text-xs text-muted">{t(name)}</dt>
              <dd className="tabular font-medium">{number(count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Left title={t("heldBack")} help={t("heldHelp")} items={seen.held} providers={providers} />
      <Left title={t("refused")} help={t("refusedHelp")} items={seen.rejected} providers={providers} />
    </>
  );
}

/** Models that are not taken, each with its reason. */
function Left({ title, help, items, providers }: { title: string; help: string; items: AiCatalogueTaken["held"]; providers: readonly AiProvider[] }) {
  const t = useText(messages);
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <p className="mb-2 text-table text-muted">{help}</p>
      <div tabIndex={0} role="region" aria-label={title} className="max-h-80 overflow-auto rounded-card border border-line">
        <ul className="flex flex-col divide-y divide-line text-table">
          {items.map((one, at) => (
            <li key={at} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2">
              <span className="font-medium wrap-anywhere">{one.model}</span>
              <span className="text-muted">{providers.find(({ code }) => code === one.provider)?.name ?? one.provider}</span>
              <Pill tone="warn">{t(whyOf(one.code))}</Pill>
              <span className="basis-full wrap-anywhere text-muted">{refusalText(one.code, { model: one.model, provider: one.provider }) ?? one.reason}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
