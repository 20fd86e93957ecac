import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/provider.json";
import en from "@/lib/i18n/messages/en/provider.json";
import fr from "@/lib/i18n/messages/fr/provider.json";
import nl from "@/lib/i18n/messages/nl/provider.json";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { policyChanges } from "./changes";
import { policyInput } from "./input";
import { policyRules, policySentences } from "./policy";

const words = { en, nl, fr, de };
const read = (form: Record<string, unknown>) => policyInput.safeParse(form);
const faults = (form: Record<string, unknown>) => read(form).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("the form of a policy", () => {
  it("keeps what was stated and nothing else", () => {
    const form = {
      "text-nl": "  Wij kijken naar de leerresultaten.\r\n",
      issuers: "accredited-providers",
      namedIssuers: "Garden College\n\n Garden College \nVrije Academie",
      standards: ["esg"],
      eqfMin: "5",
      maxShare: "33",
      maxEcts: "7,5",
      fee: "0",
      verifiedIdentity: "no",
      "appeal-fr": "Recours interne",
      from: "2027-01-01",
      until: "",
    };
    expect(read(form).data).toEqual({
      draft: {
        text: { nl: "Wij kijken naar de leerresultaten." },
        rules: {
          issuers: "accredited-providers",
          standards: ["esg"],
          eqfMin: 5,
          maxShare: 0.33,
          maxEcts: 7.5,
          fee: 0,
          verifiedIdentity: false,
          appeal: { fr: "Recours interne" },
        },
        from: "2027-01-01",
        until: null,
      },
      namedIssuers: ["Garden College", "Vrije Academie"],
    });
    expect(read({}).data?.draft).toEqual({ text: {}, rules: {}, from: null, until: null });
  });

  it.each([
    [{ maxEcts: "many" }, ["maxEcts", "numberNotUnderstood"]],
    [{ maxShare: "0" }, ["maxShare", "shareNotUnderstood"]],
    [{ maxShare: "130" }, ["maxShare", "shareNotUnderstood"]],
    [{ decisionDays: "1.5" }, ["decisionDays", "numberNotUnderstood"]],
    [{ eqfMin: "6", eqfMax: "5" }, ["eqfMax", "levelsCrossed"]],
    [{ from: "01/02/2027" }, ["from", "dayNotUnderstood"]],
    [{ from: "2027-02-30" }, ["from", "dayNotUnderstood"]],
    [{ from: "2027-02-01", until: "2027-01-31" }, ["until", "policyEndsBeforeStart"]],
    [{ issuers: "named" }, ["namedIssuers", "textMissing"]],
    [{ fields: ["magic"] }, ["fields.0", "valueNotAccepted"]],
    [{ "text-de": "x".repeat(5001) }, ["text-de", "textTooLong"]],
    [{ namedIssuers: Array.from({ length: 51 }, (_, n) => n).join("\n") }, ["namedIssuers", "tooManyLines"]],
  ])("names what is wrong with %j", (form, fault) => {
    expect(faults(form)).toEqual([fault]);
  });

  it("answers whatever is sent with a policy or with named problems", () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        "issuers",
        "namedIssuers",
        "standards",
        "fields",
        "eqfMin",
        "maxEcts",
        "maxShare",
        "fee",
        "from",
        "until",
        "text-nl",
        "contact",
      ),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom("-1", "1e9", "NaN", "Infinity", "0x10", "\0", "９")),
    );
    fc.assert(
      fc.property(anything, (form) => {
        const result = read(form);
        if (result.success) expect(JSON.stringify(result.data)).not.toMatch(/\\u0000|null,"fee"/);
        else expect(result.error.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: "" });
const some = (name: "fields" | "qualityStandards") => fc.subarray(vocabulary(name).map(({ code }) => code));
const number = (max: number, min = 1) => optional(fc.integer({ min, max }).map(String));

/** Forms as people can fill them in. */
const forms = fc.record({
  issuers: fc.constantFrom("", "accredited-providers", "registered-providers", "any", "named"),
  namedIssuers: fc.array(fc.stringMatching(/^[\p{L} {}<'"&-]{1,30}$/u), { maxLength: 4 }).map((lines) => lines.join("\n")),
  standards: some("qualityStandards"),
  fields: some("fields"),
  eqfMin: number(8),
  eqfMax: number(8),
  verifiedIdentity: fc.constantFrom("", "yes", "no"),
  maxEcts: number(300),
  maxShare: number(100),
  maxAgeYears: number(99),
  decisionDays: number(999),
  fee: number(10_000, 0),
});

describe("the sentences of a policy", () => {
  it("follow from every form that validates, in every language, without a missing value", () => {
    let validated = 0;
    fc.assert(
      fc.property(forms, (form) => {
        const parsed = read(form);
        if (!parsed.success) return;
        validated += 1;
        const { draft, namedIssuers } = parsed.data;
        const rules = policyRules.parse({ ...draft.rules, namedIssuers: namedIssuers.map((name) => ({ slug: null, name })) });
        for (const locale of ["en", "nl", "fr", "de"] as Locale[]) {
          const t = createTranslator({
            locale,
            messages: { provider: words[locale] },
            namespace: "provider.policy.rules",
            onError: (fault) => {
              throw fault;
            },
          });
          const sentences = policySentences(rules, locale, "EUR").map(({ key, values }) => t(key, values));
          for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{8,}\.$/su);
          expect(new Set(sentences).size).toBe(sentences.length);
        }
        expect(policySentences(rules, "en", "EUR").length).toBeGreaterThanOrEqual(
          Object.keys(draft.rules).length - (draft.rules.eqfMin && draft.rules.eqfMax ? 1 : 0) - (draft.rules.eqfMax === 8 ? 1 : 0),
        );
      }),
      { numRuns: 400 },
    );
    expect(validated).toBeGreaterThan(200);
  });

  it("say both ends of the levels, one end, or none", () => {
    const keys = (rules: object) => policySentences(policyRules.parse(rules), "en", "EUR").map(({ key, values }) => [key, values]);
    expect(keys({ eqfMin: 5, eqfMax: 7 })).toEqual([["eqfRange", { levels: "5–7" }]]);
    expect(keys({ eqfMin: 5, eqfMax: 8 })).toEqual([["eqfMin", { levels: "5" }]]);
    expect(keys({ eqfMax: 6 })).toEqual([["eqfMax", { level: 6 }]]);
    expect(keys({ eqfMin: 8, eqfMax: 8 })).toEqual([["eqfTop", {}]]);
    expect(keys({ eqfMax: 8 })).toEqual([]);
  });
});

describe("what changed between two policies", () => {
  it("is each rule that is gone or new, and each text as it was and is", () => {
    const before = { text: { nl: "Oud" }, rules: policyRules.parse({ maxEcts: 5, fee: 0, contact: "a@b.example" }) };
    const after = { text: { nl: "Nieuw", fr: "Neuf" }, rules: policyRules.parse({ maxEcts: 10, fee: 0, contact: "a@b.example" }) };
    expect(policyChanges(before, after, "en", "EUR")).toEqual({
      gone: [{ key: "maxEcts", values: { ects: "5" } }],
      added: [{ key: "maxEcts", values: { ects: "10" } }],
      texts: [
        { name: "text", language: "fr", was: "", now: "Neuf" },
        { name: "text", language: "nl", was: "Oud", now: "Nieuw" },
      ],
      contact: null,
    });
  });
});
