import fc from "fast-check";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrPath } from "./qr";

/** The modules that a path of rectangles covers. */
function covered(path: string): Set<string> {
  const modules = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, at) => `${Number(x) + at} ${y}`),
  );
  return new Set(modules);
}

test("the path covers the dark modules and no others", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const drawn = qrPath(url);
      const { data, size } = encode(url, { ecc: "L", boostEcc: true, border: 4 });
      expect(drawn?.size).toBe(size);
      const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x} ${y}`] : [])));
      expect(covered(drawn?.path ?? "")).toEqual(new Set(dark));
    }),
    { numRuns: 20 },
  );
});

test("what is too long to be read from paper has none", () => {
  expect(qrPath(`https://cairn.example/en/lists?${"o=a-long-name&".repeat(60)}`)).toBeUndefined();
});
