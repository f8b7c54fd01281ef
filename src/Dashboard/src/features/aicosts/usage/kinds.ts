import type { AiRecord } from "@/api/types";

const input = ["input", "cacheRead", "cacheWrite5m", "cacheWrite1h", "cacheWrite", "audioInput", "cachedAudioInput", "imageInput", "cachedImageInput"] as const;
const output = ["output", "audioOutput", "imageOutput"] as const;

const sum = (tokens: AiRecord["tokens"], kinds: readonly (keyof AiRecord["tokens"])[]) => kinds.reduce((all, kind) => all + Number(tokens[kind] ?? 0), 0);

/** All that was read, however. Kinds do not overlap. */
export const tokensIn = ({ tokens }: Pick<AiRecord, "tokens">) => sum(tokens, input);

/** All that was made; reasoning is a part of the output. */
export const tokensOut = ({ tokens }: Pick<AiRecord, "tokens">) => sum(tokens, output);

/** Every kind that there is some of, as the wire calls it. */
export const kindsOf = ({ tokens }: Pick<AiRecord, "tokens">) => [...input, ...output, "reasoning" as const].flatMap((kind) => (Number(tokens[kind] ?? 0) > 0 ? [[kind, Number(tokens[kind])] as const] : []));
