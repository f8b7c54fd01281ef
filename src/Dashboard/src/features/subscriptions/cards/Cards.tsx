import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { PaymentMethodLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { lateOver } from "@/lib/late";
import { Button, Confirm, ErrorText, Loading, Pill, Section, Skeleton, toast } from "@/ui";
import { brandName, expiryOf, isExpired } from "./cards";
import { messages } from "./messages";
import { addCard, cardsQuery, preferCard, removeCard } from "./queries";

const AddCard = lateOver(() => import("./AddCard").then((part) => ({ default: part.AddCard })));

/** The cards of a client: which one is charged, and the ways to change that. */
export function Cards({ clientId }: { clientId: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const keep = useMay("subscriptions.keep");
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PaymentMethodLine | null>(null);
  const cards = useQuery({ ...cardsQuery(clientId), enabled: useMay("subscriptions.see") });
  const items = cards.data?.items;
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; said: string }) => run(),
    onSuccess: (_, { said }) => {
      setAdding(false);
      toast.done(said);
    },
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setLeaving(null);
      return Promise.all([keys.cards, keys.dunning, keys.subscriptions].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const naming = (card: PaymentMethodLine) => t("card", { brand: brandName(card.brand), lastFour: card.lastFour });
  return (
    <Section
      title={t("cards")}
      actions={
        keep && !adding && (
          <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        )
      }
    >
      <ErrorText error={cards.error} onRetry={() => void cards.refetch()} />
      {!items && !cards.error && (
        <Loading>
          <Skeleton className="h-10 w-full" />
        </Loading>
      )}
      {items?.length === 0 && <p className="text-table text-muted">{t("none")}</p>}
      {items && items.length > 0 && (
        <ul aria-label={t("cards")} className="text-table">
          {items.map((card) => (
            <li key={card.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-2">
              <span className="tabular font-medium">{naming(card)}</span>
              <span className="tabular text-muted">{expiryOf(card)}</span>
              {card.default && <Pill tone="accent">{t("isDefault")}</Pill>}
              {isExpired(card, formats.today) && <Pill tone="bad">{t("expired")}</Pill>}
              {card.provider === "test" && <Pill>{t("test")}</Pill>}
              {keep && (
                <span className="ml-auto flex gap-1">
                  {!card.default && (
                    <Button size="sm" tone="ghost" disabled={act.isPending} aria-label={`${t("makeDefault")}: ${naming(card)}`} onClick={() => act.mutate({ run: () => preferCard(clientId, card.id), said: t("preferred") })}>
                      {t("makeDefault")}
                    </Button>
                  )}
                  {/* The one that is charged goes last. */}
                  {(!card.default || items.length === 1) && (
                    <Button size="sm" tone="ghost" disabled={act.isPending} aria-label={`${t("remove")} ${naming(card)}`} onClick={() => setLeaving(card)}>
                      {t("remove")}
                    </Button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && keep && <AddCard {...(items?.[0] ? { like: items[0].provider } : {})} first={items?.length === 0} busy={act.isPending} onClose={() => setAdding(false)} onAdd={(token, isDefault) => act.mutate({ run: () => addCard(clientId, token, isDefault), said: t("added") })} />}
      <Confirm
        open={leaving !== null}
        danger
        busy={act.isPending}
        onClose={() => setLeaving(null)}
        title={t("removeTitle")}
        description={leaving && t(leaving.default ? "removeLast" : "removeHelp", { card: naming(leaving) })}
        action={t("doRemove")}
        onConfirm={() => leaving && act.mutate({ run: () => removeCard(clientId, leaving.id), said: t("removed") })}
      />
    </Section>
  );
}
