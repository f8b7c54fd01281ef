import type { MailTexts } from "@/api/types";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** What a text can do besides putting values in, by examples that can be copied as they are. */
export function TemplateHelp({ lists, placeholders }: { lists: MailTexts["lists"]; placeholders: readonly string[] }) {
  const t = useText(messages);
  const day = placeholders.includes("due") ? "due" : "until";
  const examples: [string, string][] = [
    ["{{#if purchaseOrder}} … {{/if}}", t("saysIf", { otherwise: "{{else}}" })],
    ...lists.map(({ name, fields }): [string, string] => [`{{#each ${name}}} … {{/each}}`, t("saysEach", { names: fields.map((field) => `{{${field}}}`).join(" ") })]),
    [`{{${day} | long}}`, t("saysLong")],
    ["{{total | plain}}", t("saysPlain")],
    [`{{purchaseOrder | default: "–"}}`, t("saysDefault")],
    ["{{client | truncate: 40}}", t("saysTruncate")],
  ];
  return (
    <details className="text-table">
      <summary className="text-muted">{t("more")}</summary>
      <dl className="mt-2 flex flex-col gap-2">
        {examples.map(([example, says]) => (
          <div key={example}>
            <dt>
              <code className="break-words">{example}</code>
            </dt>
            <dd className="text-muted">{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
