import fc from "fast-check";
import type { Parameter } from "./calls";

/** What React reads as something else than text and JSON: dates, sets, numbers that are none, a form. */
const ofReact = [
  "$undefined",
  "$NaN",
  "$Infinity",
  "$-Infinity",
  "$-0",
  "$n123456789012345678901234567890",
  "$D2026-01-01T00:00:00.000Z",
  "$K1",
];

/** Texts that no database keeps, or that no page gives. */
const noText = ["a\0b", "\ud800", "x".repeat(200_000)];

const objects = [[], ["1"], { slug: ["x"], id: 7 }, JSON.parse('{"__proto__": {"then": 1}, "constructor": {"prototype": "x"}}')];
const numbers = [-1, 1.5, 1e308, 2 ** 53];

/** What a parameter does not take, by what reads it. */
export function wrongValue({ reader }: Pick<Parameter, "reader">): fc.Arbitrary<unknown> {
  if (/^z\.object/.test(reader)) {
    const fields = [...reader.matchAll(/(\w+): /g)].map(([, field = ""]) => field);
    return fc.oneof(
      fc.constantFrom<unknown>(null, 7, true, "x", [], ...ofReact.slice(0, 5), ...noText),
      // Text where the others stand, and no text where text is due.
      fc.constantFrom<unknown>(7, "\0", null, ["\0"], { x: 1 }).map((value) => Object.fromEntries(fields.map((field) => [field, value]))),
    );
  }
  if (reader === "given.choice") return fc.constantFrom<unknown>(null, "true", 0, 1, ...ofReact, ...objects, ...noText);
  if (/^given\.(count|serial)/.test(reader))
    return fc.oneof(
      fc.constantFrom<unknown>(null, true, "1", ...numbers, ...ofReact.filter((one) => one !== "$-0"), ...objects),
      fc.double({ max: -0.1, noNaN: true }),
    );
  if (reader === "given.text") return fc.constantFrom<unknown>(null, true, 7, ...ofReact, ...objects, ...noText);
  return fc.oneof(fc.constantFrom<unknown>(null, true, 7, "", "x", "1; --", ...ofReact, ...objects, ...noText), fc.nat());
}

const values = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...[
      "",
      " ",
      "\0",
      "a\0b",
      "\ud800",
      "é".repeat(300),
      "x".repeat(200_000),
      "🙂",
      "%",
      "%ZZ",
      "\r\n",
      "<p>x",
      "yes",
      "on",
      "true",
      "null",
      "__proto__",
    ],
    ...["0", "-1", "1", "3", "6.5", "1e309", "-0", "NaN", "2147483648", "99999999999999999999", "0x10"],
    ...["2027-02-30", "2027-03-01", "0000-00-00", "9999-12-31", "99999-01-01", "-000001-01-01", "2027-01-01T99:99", "25:61", "2027-W60"],
    ...[
      "{}",
      "[]",
      "null",
      '{"title":7}',
      '{"__proto__":{"a":1}}',
      '[["x"]]',
      '"',
      "a@b",
      "a@b.example",
      "https://x.example/",
      "javascript:alert(1)",
      "http://[::1",
    ],
    ...["en", "nl", "xx", "0613", "6", "manager", "registered", "00000000-0000-4000-8000-000000000000", "nobody's", "confirm:x:y:z", "nl:"],
  ),
);
const file = fc.constant({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") });

export function anyField(names: string[]) {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names, "revision") },
    { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "a\0b", "", "x".repeat(5000)) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1 }) },
  );
  return fc.tuple(name, fc.oneof({ weight: 20, arbitrary: values }, { weight: 1, arbitrary: file }));
}

/** A few of the fields that the page shows, or all of them, with anything in them, and some that it does not. */
export function anyForm(names: string[]) {
  const filled = fc.tuple(...names.slice(0, 80).map((name) => fc.tuple(fc.constant(name), values)));
  return fc.oneof(
    fc.array(anyField(names), { maxLength: 12 }),
    filled.map((fields) => fields as [string, string][]),
  );
}

/** Names of parameters that some address knows. */
const parameters = [
  ...[
    "q",
    "eqf",
    "ectsMin",
    "ectsMax",
    "hoursMax",
    "field",
    "topic",
    "skill",
    "lang",
    "mode",
    "provider",
    "providerType",
    "region",
    "near",
    "radius",
  ],
  ...[
    "priceMax",
    "startFrom",
    "startTo",
    "open",
    "sort",
    "page",
    "view",
    "o",
    "version",
    "validOn",
    "asKnownOn",
    "on",
    "at",
    "after",
    "limit",
    "perPage",
  ],
  ...[
    "locale",
    "updatedSince",
    "from",
    "to",
    "first",
    "second",
    "index",
    "size",
    "state",
    "done",
    "problem",
    "with",
    "code",
    "token",
    "kind",
    "type",
    "year",
  ],
  ...[
    "weeks",
    "person",
    "status",
    "format",
    "zoom",
    "bounds",
    "column",
    "standard",
    "organisation",
    "email",
    "sent",
    "query",
    "before",
    "profile",
  ],
];

/** No letters of UTF-8, or such as no database keeps, as they stand in an address. */
const badPercent = fc.constantFrom("%00", "a%00b", "%ed%a0%80", "%ff", "%", "%zz", "%c0%80", "..%2f..", "%2e%2e", "%0d%0a", "%F0%9F%99%82");
const inAddress = fc.oneof(
  badPercent,
  values.map((value) => encodeURIComponent(value.toWellFormed()).slice(0, 3000)),
);

/** An address of a route, each place of a record either what it is or anything, with anything asked of it. */
export function anyAddress(route: string, known: string): fc.Arbitrary<string> {
  const right = known.split("?")[0]?.split("/") ?? [];
  const segments = route.replace("/[locale]", "/en").split("/");
  const path = segments.map((segment, place) =>
    segment.includes("[") ? fc.oneof(fc.constant(right[place] ?? "x"), inAddress) : fc.constant(segment),
  );
  const query = fc.array(fc.tuple(fc.constantFrom(...parameters), inAddress), { maxLength: 4 });
  return fc
    .tuple(fc.tuple(...path), query)
    .map(([parts, asked]) => `${parts.join("/")}?${asked.map(([name, value]) => `${name}=${value}`).join("&")}`);
}
