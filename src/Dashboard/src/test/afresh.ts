import { vi } from "vitest";
import { prefer } from "@/lib/preferences";

// The test files share one document and what they import: each begins as if it were the first.
vi.useRealTimers();
localStorage.clear();
sessionStorage.clear();
document.body.replaceChildren();
prefer({ theme: undefined, language: undefined, dateFormat: undefined, sidebar: undefined, shortcuts: undefined });
