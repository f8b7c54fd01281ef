import { fetchFile } from "@/api/client";
import type { AiCatalogueTaken } from "@/api/types";

export const catalogues = ["litellm", "models.dev", "openrouter"] as const;
export type CatalogueName = (typeof catalogues)[number];

/** What a catalogue's file may be called. */
export const kinds = { accept: ".json,application/json", readable: /\.json$/i };

/** Whose catalogue a file is by its name; undefined where that says nothing. */
export function catalogueOf(file: string): CatalogueName | undefined {
  if (/litellm|model_prices/i.test(file)) return "litellm";
  if (/models[._-]?dev|^api(?: ?\(\d+\))?\.json$/i.test(file)) return "models.dev";
  return /openrouter|^models(?: ?\(\d+\))?\.json$/i.test(file) ? "openrouter" : undefined;
}

const known = ["price-jump", "price-unit", "price-zero", "price-gone", "read-above-input", "price-unreadable", "no-price", "pattern-unclear", "model-twice", "price-varies"] as const;

/** The word for why a price was left out. */
export const whyOf = (code: string): `why_${(typeof known)[number]}` | "why_other" => {
  const one = known.find((each) => each === code);
  return one ? `why_${one}` : "why_other";
};

/** Holds a catalogue against the price book, and takes what is new unless it is only looked at. */
export async function sendCatalogue(file: File, catalogue: CatalogueName, dryRun: boolean): Promise<AiCatalogueTaken> {
  const answer = await fetchFile(`/api/ai/prices/import?catalogue=${catalogue}&dryRun=${dryRun}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: file });
  return (await answer.json()) as AiCatalogueTaken;
}
