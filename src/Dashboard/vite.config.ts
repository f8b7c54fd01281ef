import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { fakeApi } from "./dev/fakeApi.ts";
import { groups } from "./scripts/chunks.ts";

const api = process.env.BILLING_API;

/** `npm run dev` speaks to the API named in BILLING_API; without one, to a fake that lives in memory (dev/). */
export default defineConfig(({ command, isPreview }) => ({
  plugins: [react(), tailwindcss(), ...(api === undefined && (command === "serve" || isPreview) && !process.env.VITEST ? [fakeApi()] : [])],
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL("./src/", import.meta.url)) },
      // Scalar's chat assistant speaks to a service outside: left out.
      { find: /^@scalar\/agent-chat(\/.*)?$/, replacement: fileURLToPath(new URL("./src/features/apidocs/noAssistant.ts", import.meta.url)) },
    ],
  },
  ...(api ? { server: { proxy: { "/api": api, "/health": api, "/openapi.json": api } } } : {}),
  // As strict as the host's own, so that a preview shows what would be forbidden.
  preview: { headers: { "Content-Security-Policy": "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'" } },
  build: {
    target: "es2023",
    // The host forbids data: for scripts and fonts; every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups } } },
  },
  // Most of a test file's time goes into a document and modules of its own; src/test/afresh.ts puts back what one could leave to the next.
  test: { environment: "happy-dom", isolate: false, pool: "threads", setupFiles: ["src/test/afresh.ts"], include: ["src/**/*.test.{ts,tsx}"], restoreMocks: true, unstubGlobals: true },
}));
