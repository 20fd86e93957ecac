import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IdentifierScheme, identifierSchemes, readIdentifier } from "./identifiers";

const taken = (scheme: IdentifierScheme, text: string) => {
  const read = readIdentifier(scheme, text);
  return "value" in read ? read.value : undefined;
};

test("numbers that exist are taken, however they are written", () => {
  expect(taken("vat", "be 0203.430.576")).toBe("BE0203430576");
  expect(taken("vat", "NL859837461B01")).toBe("NL859837461B01");
  for (const ror of ["05dxps055", "https://ror.org/00f54p054", "ror.org/042NB2S44", "https://ror.org/03vek6s52"])
    expect(taken("ror", ror)).toBe(`https://ror.org/${ror.toLowerCase().slice(-9)}`);
  for (const pic of ["999997930", "999 984 350", "999991334"]) expect(taken("pic", pic)).toBe(pic.replaceAll(" ", ""));
  expect(taken("deqarinst", "deqarinst0034")).toBe("DEQARINST0034");
  expect(taken("eter", "be0057")).toBe("BE0057");
  expect(taken("schac", "College.example")).toBe("college.example");
  expect(taken("eidas", "BE/BE/0203430576")).toBe("BE/BE/0203430576");
  expect(taken("national", " DEMO-0207.519 ")).toBe("DEMO-0207.519");
});

test("what is no number of its scheme is refused by name", () => {
  const wrong: [IdentifierScheme, string, string][] = [
    ["vat", "BE0203430577", "vatWrong"],
    ["vat", "BE203430576", "vatWrong"],
    ["vat", "0203430576", "vatWrong"],
    ["ror", "05dxps056", "rorWrong"],
    ["ror", "05dxpl055", "rorWrong"],
    ["ror", "https://evil.example/05dxps055", "rorWrong"],
    ["pic", "99999793", "picWrong"],
    ["pic", "999997931", "picWrong"],
    ["deqarinst", "DEQAR34", "deqarinstWrong"],
    ["eter", "BELGIUM1", "eterWrong"],
    ["schac", "college", "schacWrong"],
    ["schac", "-a.example", "schacWrong"],
    ["eidas", "BE/0203430576", "eidasWrong"],
    ["national", "no digits", "nationalIdWrong"],
  ];
  for (const [scheme, text, problem] of wrong) expect(readIdentifier(scheme, text), text).toEqual({ problem });
});

describe("checks", () => {
  const digit = fc.integer({ min: 1, max: 9 });

  test("a Belgian VAT number with any one digit changed is none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_000_000, max: 19_999_999 }), fc.nat(9), digit, (base, at, change) => {
        const digits = `${String(base).padStart(8, "0")}${String(97 - (base % 97)).padStart(2, "0")}`;
        expect(taken("vat", `BE${digits}`)).toBe(`BE${digits}`);
        const other = [...digits].map((one, place) => (place === at ? String((Number(one) + change) % 10) : one)).join("");
        expect(taken("vat", `BE${other}`)).toBeUndefined();
      }),
    );
  });

  test("a PIC with any one digit changed is none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_309_277 }), fc.nat(8), digit, (quotient, at, change) => {
        const digits = String(quotient * 97 + 1).padStart(9, "0");
        fc.pre(digits.length === 9);
        expect(taken("pic", digits)).toBe(digits);
        const other = [...digits].map((one, place) => (place === at ? String((Number(one) + change) % 10) : one)).join("");
        expect(taken("pic", other)).toBeUndefined();
      }),
    );
  });

  test("a ROR is known by its check, and by one check alone", () => {
    const letter = fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz");
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 6, maxLength: 6 }), (letters) => {
        const checks = Array.from({ length: 100 }, (_, check) => `0${letters}${String(check).padStart(2, "0")}`);
        expect(checks.filter((ror) => taken("ror", ror))).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});

test("anything is either taken or named, and what is taken is taken again as it is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...identifierSchemes), fc.oneof(fc.string(), fc.string({ unit: "binary" })), (scheme, text) => {
      const value = taken(scheme, text);
      if (value !== undefined) expect(taken(scheme, value)).toBe(value);
    }),
    { numRuns: 500 },
  );
});
