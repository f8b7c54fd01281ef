import { expect, test } from "vitest";
import { catalogueOf, whyOf } from "./catalogue";
import { messages } from "./messages";
import { readPricesSearch } from "./search";

test("the name of a file says whose catalogue it is, or nothing", () => {
  expect(["model_prices_and_context_window.json", "api.json", "api (1).json", "models.dev.json", "models.json", "openrouter-2026.json", "prices.json"].map(catalogueOf)).toEqual(["litellm", "models.dev", "models.dev", "models.dev", "openrouter", "openrouter", undefined]);
});

test("every reason has a word, known or not", () => {
  expect([whyOf("price-jump"), whyOf("something-new")].map((key) => messages.en[key])).toEqual(["More than half", "Other"]);
});

test("the address opens the import", () => expect(readPricesSearch({ open: "import" })).toEqual({ open: "import" }));
