import { expect, test } from "vitest";
import { deviceInWords } from "../../src/accounts/devices.ts";

test("People recognise a browser by what it calls itself", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  expect(deviceInWords(`${windows} Gecko/20100101 Firefox/130.0`)).toBe("Firefox på Windows");
  expect(deviceInWords(`${windows} AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`)).toBe(
    "Edge på Windows",
  );
  expect(
    deviceInWords("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"),
  ).toBe("Safari på iPhone");
  expect(deviceInWords("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36")).toBe("Chrome på Android");
  expect(deviceInWords("<script>")).toBe("En browser");
  expect(deviceInWords(null)).toBe("En browser");
});
