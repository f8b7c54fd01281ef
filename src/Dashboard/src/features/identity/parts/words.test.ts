import { expect, test } from "vitest";
import { deviceName, isPhone } from "./words";

test("devices have names people know", () => {
  expect(deviceName("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36")).toBe("Chrome · macOS");
  expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1")).toBe("Safari · iOS");
  expect(deviceName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0")).toBe("Edge · Windows");
  expect(deviceName("curl/8.9.1")).toBe("curl/8.9.1");
  expect(isPhone("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)")).toBe(true);
});
