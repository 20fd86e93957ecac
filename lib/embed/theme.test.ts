import fc from "fast-check";
import { expect, it } from "vitest";
import { type Colour, contrast, inkOn } from "@/lib/colours/contrast";
import { readableAccent, readTheme, themeParams } from "./theme";

const colour: fc.Arbitrary<Colour> = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}` as const);

it("any colour of a site becomes one that is read on our paper, and stays what it is where it is read", () => {
  fc.assert(
    fc.property(colour, fc.constantFrom("light" as const, "dark" as const), (accent, scheme) => {
      const paper = scheme === "light" ? "#fbfaf6" : "#13191b";
      const chosen = readableAccent(accent, scheme);
      expect(contrast(chosen, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(chosen, inkOn(chosen))).toBeGreaterThanOrEqual(4.5);
      if (contrast(accent, paper) >= 4.5 && contrast(accent, inkOn(accent)) >= 4.5) expect(chosen).toBe(accent);
    }),
  );
});

it("contrast is what WCAG says", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});

it("a theme is read out of the address that is written for it; what makes no sense is absent", () => {
  fc.assert(
    fc.property(colour, fc.constantFrom("light" as const, "dark" as const, undefined), fc.boolean(), (accent, scheme, compact) => {
      const theme = { accent, scheme, compact };
      expect(readTheme(Object.fromEntries(themeParams(theme)))).toEqual(theme);
    }),
  );
  expect(readTheme({ accent: "red;}", scheme: "pink", compact: ["x"] })).toEqual({ accent: undefined, scheme: undefined, compact: false });
  expect(readTheme({ accent: "#0A5a5A" }).accent).toBe("#0a5a5a");
  expect(readTheme({ accent: "#0A5" }).accent).toBe("#00aa55");
});
