import type { MessageChoices, MessageLine } from "@/api/types";

/** What a person says of a message instead of the lists. */
export type Choice = NonNullable<MessageChoices["choices"]>[number];
/** By line. */
export type Choices = Readonly<Record<number, Choice>>;

/** Whether a message becomes a request as it stands. */
export const isTaken = ({ outcome }: Pick<MessageLine, "outcome">) => outcome !== "leftOut";

/** The server's word for a client that nobody chose. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The client that a message is given to against the others; null where it is none. */
export const otherClient = ({ clientId }: Pick<MessageLine, "clientId">, client: string | null): string | null => (clientId !== null && clientId !== nobody && clientId !== client ? clientId : null);

/** The choices with something said of one message; what is undefined is as the lists say again. A choice that says nothing any more goes. */
export function choosing(choices: Choices, line: number, part: { [K in keyof Choice]?: Choice[K] | undefined }): Choices {
  const said = Object.fromEntries(Object.entries({ ...choices[line], ...part, line }).filter(([, value]) => value !== undefined)) as unknown as Choice;
  const { [line]: _, ...others } = choices;
  return Object.keys(said).length > 1 ? { ...others, [line]: said } : others;
}

/** What goes with a file: whose it is, and all that was chosen, in the order of the lines. */
export const optionsOf = (client: string | null, choices: Choices): MessageChoices => ({ ...(client ? { clientId: client } : {}), ...(Object.keys(choices).length > 0 ? { choices: Object.values(choices).sort((one, other) => one.line - other.line) } : {}) });

export const views = ["all", "new", "leftOut", "unchanged", "chosen"] as const;
export type View = (typeof views)[number];

/** The messages of a view. */
export const seenIn = (view: View, lines: readonly MessageLine[]): readonly MessageLine[] => (view === "all" ? lines : lines.filter((line) => (view === "chosen" ? line.chosen : line.outcome === view)));

/** The list of words in which a rule finds what decided; undefined where none did. */
const lists = { otherSender: "senders", reaction: "reactions", courtesy: "courtesies", aside: "asides", kind: "kinds", shortRequest: "shortRequests", workAndAction: "workWords" } as const satisfies Partial<Record<MessageLine["rule"], string>>;
export const listOf = (rule: MessageLine["rule"]): string | undefined => (lists as Partial<Record<MessageLine["rule"], string>>)[rule];
