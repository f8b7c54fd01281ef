import { useEffect, useRef, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { clockQuery, keys, sampleQuery, tenantQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addMonths, type Day } from "@/lib/dates";
import { Button, Confirm, toast } from "@/ui";
import { messages } from "./messages";

/** What one reads over every page of the sample company: the day it is there, or which one is played. */
export function useSampleText(today: Day): string {
  const t = useText(messages);
  const formats = useFormats();
  const page = useQuery(sampleQuery).data;
  if (page?.playing) return t("samplePlaying", { day: formats.day(page.reached ?? today), until: formats.day(page.until ?? today) });
  return page?.trouble ? `${t("sampleNotice", { day: formats.day(today) })} ${t("sampleStopped")}` : t("sampleNotice", { day: formats.day(today) });
}

/** The buttons of the sample company: another month, on to today where a play broke off, and away with it. */
export function SampleButtons() {
  const t = useText(messages);
  const queries = useQueryClient();
  const page = useQuery(sampleQuery).data;
  const clock = useQuery(clockQuery).data;
  const [asking, setAsking] = useState(false);
  const may = { play: useMay("organisation.arrange"), own: useMay("organisation.own") };
  const tenant = useQuery({ ...tenantQuery, enabled: may.own }).data;
  const play = useMutation({
    mutationFn: (until: Day | null) => ask(api.POST("/api/sample/play", { body: until ? { until } : {} })),
    onSuccess: (now) => queries.setQueryData(sampleQuery.queryKey, now),
    onError: (error) => toast.error(error),
  });
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE("/api/tenants/me", { body: { slug: tenant?.slug ?? "" } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.tenant] }),
    onError: (error) => toast.error(error),
    onSettled: () => setAsking(false),
  });
  // What happens while it is played is on every page, day by day.
  const seen = useRef(page?.reached);
  useEffect(() => {
    if (seen.current !== undefined && page && (seen.current !== page.reached || !page.playing)) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.sample });
    seen.current = page?.reached;
  }, [page, queries]);
  if (!page || !clock) return null;
  return (
    <>
      {may.play && !page.playing && page.behind && (
        <Button size="sm" tone="primary" busy={play.isPending && play.variables === null} onClick={() => play.mutate(null)}>
          {t("sampleGoOn")}
        </Button>
      )}
      {may.play && (
        <Button size="sm" busy={page.playing || (play.isPending && play.variables !== null)} onClick={() => play.mutate(addMonths(clock.today, 1))}>
          {t("samplePlayMonth")}
        </Button>
      )}
      {may.own && tenant && !tenant.deleteOn && (
        <Button size="sm" disabled={page.playing} onClick={() => setAsking(true)}>
          {t("sampleRemove")}
        </Button>
      )}
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("sampleRemoveTitle")} description={t("sampleRemoveHelp")} action={t("sampleRemove")} danger busy={remove.isPending} onConfirm={() => remove.mutate()} />
    </>
  );
}
