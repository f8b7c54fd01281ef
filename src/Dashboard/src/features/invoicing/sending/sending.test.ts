import { describe, expect, it } from "vitest";
import { instantOf, mailOf, readMail } from "./mail";

const letter = { to: ["bills@client.example.test"], cc: ["boss@client.example.test", "copy@client.example.test"], subject: "Invoice 7", message: "Hello", language: "en" };
const draft = mailOf(letter, "2025-11-19");

describe("A mail with an invoice", () => {
  it("begins with what the client and its language have", () => expect(draft).toEqual({ to: "bills@client.example.test", cc: "boss@client.example.test, copy@client.example.test", subject: "Invoice 7", message: "Hello", when: "now", on: "2025-11-19", time: "" }));

  it("goes to every address that was typed, however they are parted", () =>
    expect(readMail({ ...draft, to: " a@example.test;b@example.test,\nc@example.test ", cc: "" }, "Europe/Berlin")).toEqual({ body: { to: ["a@example.test", "b@example.test", "c@example.test"], cc: [], subject: "Invoice 7", message: "Hello" }, at: null }));

  it("is planned by the clock of the organisation", () => expect(readMail({ ...draft, when: "later", time: "09:30" }, "America/New_York")).toMatchObject({ at: "2025-11-19T14:30:00.000Z" }));

  it("names each field that cannot be read", () => expect(readMail({ ...draft, to: " ", when: "later", time: "" }, "UTC")).toEqual({ faults: ["to", "time"] }));
});

describe("A time on the wall", () => {
  it("counts the hour that clocks leave out and the one they repeat", () => {
    expect(instantOf("2025-03-30", "09:00", "Europe/Berlin")).toBe("2025-03-30T07:00:00.000Z");
    expect(instantOf("2025-10-26", "09:00", "Europe/Berlin")).toBe("2025-10-26T08:00:00.000Z");
    expect(instantOf("2025-11-19", "00:05", "Asia/Kathmandu")).toBe("2025-11-18T18:20:00.000Z");
  });
});
