import { afterEach, expect, test, vi } from "vitest";
import { clear, draw } from "@/test/draw";
import { Conflict } from "./Conflict";

afterEach(clear);

test("a conflict is brought into view and takes the focus, so that Save does not seem to do nothing", async () => {
  const into = vi.spyOn(Element.prototype, "scrollIntoView");
  await draw(<Conflict differences={[{ field: "Name", theirs: "Oregon", yours: "Ohio" }]} onTheirs={() => {}} onMine={() => {}} />);
  expect(document.activeElement?.getAttribute("role")).toBe("alert");
  expect(into).toHaveBeenCalled();
});
