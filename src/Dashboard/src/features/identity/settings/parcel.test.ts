import { expect, test } from "vitest";
import { isSlug } from "@/lib/habits";
import { slugOfFile } from "./parcel";

test("a file suggests the short name it carries", () => {
  expect(slugOfFile("larkspur.tar", [])).toBe("larkspur");
  expect(slugOfFile("Larkspur Care.TAR", [])).toBe("larkspur-care");
  expect(slugOfFile("larkspur (2).tar", []), "a browser numbers what it saves twice").toBe("larkspur");
});

test("one's own organisations keep theirs", () => {
  expect(slugOfFile("larkspur.tar", ["larkspur"])).toBe("larkspur-2");
  expect(slugOfFile("larkspur.tar", ["larkspur", "larkspur-2"])).toBe("larkspur-3");
  const longest = "a".repeat(100);
  expect(isSlug(slugOfFile(`${longest}.tar`, [longest]))).toBe(true);
});

test("a name that makes none is left to the person", () => {
  expect(slugOfFile("???.tar", [])).toBe("");
  expect(slugOfFile("x.tar", [])).toBe("");
});
