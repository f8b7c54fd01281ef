import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { eventReader, followLive, queriesTouchedBy, type ServerSentEvent } from "./live";
import { keys } from "./queries";

test("events are read whatever way the stream is cut", () => {
  const heard: ServerSentEvent[] = [];
  const read = eventReader((event) => heard.push(event));
  for (const piece of [": here\n\nid: 7\nev", "ent: change\ndata: {\"a\":1}\n", "\n:\n\ndata: two\ndata: lines\n\n"]) read(piece);
  expect(heard).toEqual([{ id: "7", event: "change", data: '{"a":1}' }, { event: "message", data: "two\nlines" }]);
});

test("every change shows in the activity", () => {
  expect(queriesTouchedBy("facilities.group")).toContain(keys.groups);
  expect(queriesTouchedBy("something.new")).toEqual([keys.activity]);
});

afterEach(() => vi.useRealTimers());

test("a lost connection resumes after the last event, and a burst becomes one refresh", async () => {
  vi.useFakeTimers();
  const asked: (string | null)[] = [];
  const change = (seq: number) => `id: ${seq}\nevent: change\ndata: ${JSON.stringify({ seq, type: "facilities.group_opened", stream: "facilities.group", id: "x", version: 1, at: "" })}\n\n`;
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(request.headers.get("Last-Event-ID"));
    return asked.length === 1 ? Promise.resolve(new Response(change(41) + change(42))) : new Promise(() => {});
  });
  const queries = new QueryClient();
  const refreshed = vi.spyOn(queries, "invalidateQueries").mockResolvedValue();
  const stop = followLive(queries);
  await vi.advanceTimersByTimeAsync(400);
  expect(refreshed.mock.calls.map(([filter]) => filter?.queryKey?.[0]).filter((key) => key === keys.groups)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([null, "42"]);
  stop();
});
