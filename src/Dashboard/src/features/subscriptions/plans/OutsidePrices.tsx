import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Offer } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Section, toast } from "@/ui";
import { messages } from "./messages";
import { linkOutside } from "./queries";

const read = (typed: string) => typed.split(/[\s,;]+/).filter((price) => price !== "");

/** The prices of Stripe's that stand for a plan: who pays one of them there has it. */
export function OutsidePrices({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const arrange = useMay("subscriptions.arrange");
  const [typed, setTyped] = useState(() => offer.outsidePrices.join(", "));
  const dirty = read(typed).join() !== offer.outsidePrices.join();
  const link = useMutation({
    mutationFn: () => linkOutside(offer, read(typed)),
    onSuccess: (after) => {
      setTyped(after.outsidePrices.join(", "));
      toast.done(t("outsideLinked"));
      return queries.invalidateQueries({ queryKey: [keys.offers] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty) link.mutate();
  };
  return (
    <Section title={t("outsidePrices")}>
      {arrange ? (
        <form onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t("outsidePrices")} hint={t("outsidePricesHint")}>
            <Input className="font-mono text-xs" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <ErrorText error={link.error} />
          <Button type="submit" className="self-start" busy={link.isPending} disabled={!dirty}>
            {t("outsideLink")}
          </Button>
        </form>
      ) : (
        <p className="font-mono text-xs wrap-anywhere">{offer.outsidePrices.join(", ")}</p>
      )}
    </Section>
  );
}
