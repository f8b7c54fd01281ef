import type { ChannelName } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Choice } from "./Choice";
import { choosing, kinds, leastOf, type Draft, type Least } from "./draft";
import { messages } from "./messages";

const levels = ["never", "low", "normal", "high"] as const satisfies readonly Least[];

/** Each kind by each channel that somebody has: from which priority on. */
export function Grid({ draft, channels, onChange }: { draft: Draft; channels: readonly ChannelName[]; onChange: (draft: Draft) => void }) {
  const t = useText(messages);
  const all: readonly ChannelName[] = ["inProduct", ...channels];
  return (
    <div className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {kinds.map((kind) => (
        <fieldset key={kind} className="min-w-0 px-3 py-2.5">
          <legend className="float-left mb-1.5 w-full font-medium">{t(`kind_${kind}`)}</legend>
          <div className="clear-both grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
            {all.map((channel) => (
              <Choice key={channel} small label={t(`channel_${channel}`)} value={leastOf(draft, kind, channel)} onChange={(least: Least) => onChange(choosing(draft, kind, channel, least))} options={levels.map((least) => [least, t(`least_${least}`)])} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
