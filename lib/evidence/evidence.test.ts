import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameOf, mediaTypeOf } from "./evidence";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))));

test("a file is what it holds, whatever it is called", () => {
  expect(mediaTypeOf(bytes("%PDF-1.7\n"))).toBe("application/pdf");
  expect(mediaTypeOf(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(mediaTypeOf(bytes([0x89], "PNG\r\n", [0x1a], "\n"))).toBe("image/png");
  const word = ["PK\u0003\u0004", "[Content_Types].xml", "word/document.xml"];
  expect(mediaTypeOf(bytes(...word))).toMatch("wordprocessingml");
  expect(mediaTypeOf(bytes(...word, "word/vbaProject.bin"))).toBeUndefined();
  for (const other of ["", "<svg onload=alert(1)>", "MZ\u0090", "PK\u0003\u0004xl/workbook.xml[Content_Types].xml", "<!doctype html>%PD"])
    expect(mediaTypeOf(bytes(other)), other).toBeUndefined();
});

test("names lose paths and what no name may hold, and nothing makes them empty", () => {
  expect(fileNameOf("C:\\besluiten\\Besluit 2026.pdf")).toBe("Besluit 2026.pdf");
  expect(fileNameOf('../../"x"\n.pdf')).toBe("x.pdf");
  expect(fileNameOf("..../")).toBe("evidence");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = fileNameOf(given);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(150);
      expect(name).not.toMatch(/[\p{Cc}/\\"]/u);
      expect(() => encodeURIComponent(name)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
