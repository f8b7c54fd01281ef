import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Backfill } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { ErrorText, Progress, Section } from "@/ui";
import { FileDrop } from "@/ui/FileDrop";
import { messages } from "./messages";
import { kinds, sendFile } from "./queries";

/** Sends a file with a back-fill and says of each line that was not taken why. */
export function Upload({ backfill }: { backfill: Backfill }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const [wrong, setWrong] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) => sendFile(backfill, file),
    onSettled: () => {
      for (const key of [keys.backfills, keys.usage, keys.limits]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const taken = send.data;
  return (
    <Section title={t("upload")}>
      <div className="flex flex-col gap-4">
        <FileDrop title={t("uploadTitle")} hint={t("uploadHint")} choose={t("choose")} command={{ id: "usage-file", words: "upload usage file nachtrag datei" }} kinds={kinds} onFile={(file) => send.mutate(file)} onWrong={setWrong} />
        {wrong && <p role="alert" className="text-bad">{t("wrongFile")}</p>}
        {send.isPending && <Progress value={null} label={t("sending", { file: send.variables.name })} />}
        <ErrorText error={send.error} />
        {taken && (
          <p role="status" className="font-medium">
            {t("result", { accepted: formats.number(taken.accepted), duplicates: formats.number(taken.duplicates), rejected: formats.number(taken.rejectedInAll) })}
          </p>
        )}
        {taken && taken.rejected.length > 0 && (
          <div tabIndex={0} role="region" aria-label={t("notTaken")} className="max-h-96 overflow-auto rounded-card border border-line">
            <table className="w-full text-table">
              <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
                <tr>
                  <th scope="col" className="px-3 py-2 text-right font-medium">{t("line")}</th>
                  <th scope="col" className="px-3 py-2 font-medium">{t("id")}</th>
                  <th scope="col" className="px-3 py-2 font-medium">{t("reason")}</th>
                </tr>
              </thead>
              <tbody>
                {taken.rejected.map((one) => (
                  <tr key={one.index} className="border-t border-line align-top">
                    <td className="tabular px-3 py-2 text-right">{formats.number(one.line ?? one.index + 1)}</td>
                    <td className="px-3 py-2 font-mono text-xs break-all">{one.id}</td>
                    <td className="px-3 py-2">{one.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {taken && taken.rejectedInAll > taken.rejected.length && <p className="text-table text-muted">{t("firstThousand")}</p>}
      </div>
    </Section>
  );
}
