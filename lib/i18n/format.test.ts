import { expect, test } from "vitest";
import { formatDay } from "./format";

test("a day is written as each language of the country writes it, and no line break tears it apart", () => {
  const written = (["en", "nl", "fr", "de"] as const).map((locale) => formatDay("2027-02-01", locale, "long"));
  expect(written).toEqual([
    "1\u00a0February\u00a02027",
    "1\u00a0februari\u00a02027",
    "1er\u00a0février\u00a02027",
    "1.\u00a0Februar\u00a02027",
  ]);
  expect(formatDay("2027-02-11", "fr", "long")).toBe("11\u00a0février\u00a02027");
});
