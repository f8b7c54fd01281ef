/** Which kind of key or scope a provider asks for, in German; in English, and for a provider that is not here, the server's own words do. */
const germanKeys: Readonly<Record<string, string>> = {
  openai: "ein Admin-Schlüssel der Organisation (sk-admin-…); Schlüssel von Projekten öffnen keine Berichte",
  anthropic: "ein Admin-Schlüssel der Organisation (sk-ant-admin01-…); Schlüssel von Workspaces öffnen keine Berichte",
  openrouter: "ein Verwaltungsschlüssel; Schlüssel für Aufrufe öffnen keine Berichte",
  xai: "ein Verwaltungsschlüssel; Schlüssel für Aufrufe öffnen keine Berichte",
  elevenlabs: "ein API-Schlüssel, der die Nutzung des Workspaces lesen darf",
  fireworks: "ein API-Schlüssel eines Administrators des Kontos",
  cursor: "ein Admin-Schlüssel des Teams",
  "github-copilot": "ein Token, der die Verwaltung der Organisation lesen darf",
  groq: "ein API-Schlüssel einer Organisation im Enterprise-Tarif, der ihre Messwerte lesen darf; ohne einen lassen Sie ihn weg",
  mistral: "ein Admin-Schlüssel einer Organisation in einem Enterprise-Tarif; Schlüssel für Aufrufe öffnen keine Berichte; ohne einen lassen Sie ihn weg",
  deepseek: "ein API-Schlüssel",
  litellm: "ein Admin-Schlüssel des Proxys",
};

const germanScopes: Readonly<Record<string, string>> = {
  xai: "ein Team, mit seiner Kennung",
  fireworks: "ein Konto, mit seiner Kennung",
  "github-copilot": "eine Organisation, mit ihrem Namen",
};

export const keyKindOf = (provider: { code: string; keyKind: string | null }, language: string) => (language === "de" ? germanKeys[provider.code] : undefined) ?? provider.keyKind ?? "";
export const scopeKindOf = (provider: { code: string; scopeKind: string | null }, language: string) => (language === "de" ? germanScopes[provider.code] : undefined) ?? provider.scopeKind ?? "";
