import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en/provider.json";
import { policyRules, policySentences } from "./policy";

describe("a recognition policy in sentences", () => {
  it("says every rule in the order in which one asks", () => {
    const rules = policyRules.parse({
      issuers: "accredited-providers",
      standards: ["esg"],
      eqfMin: 5,
      fields: ["09", "06"],
      verifiedIdentity: true,
      maxEcts: 12,
      maxShare: 0.33,
      maxAgeYears: 5,
      decisionDays: 30,
      fee: 55,
    });
    const sentences = policySentences(rules, "en", "EUR");
    expect(sentences.map(({ key }) => key)).toEqual([
      "issuersAccredited",
      "standards",
      "eqfMin",
      "fields",
      "verifiedIdentity",
      "maxEcts",
      "maxShare",
      "maxAgeYears",
      "decisionDays",
      "fee",
    ]);
    expect(sentences.find(({ key }) => key === "fields")?.values.fields).toBe(
      "Health and welfare; Information and Communication Technologies (ICTs)",
    );
    expect(sentences.find(({ key }) => key === "maxShare")?.values.share).toBe("33");
    expect(sentences.find(({ key }) => key === "fee")?.values.fee).toBe("€55");
  });

  it("says nothing about what is not stated", () => {
    expect(policySentences(policyRules.parse({}), "nl", "EUR")).toEqual([]);
    expect(policySentences(policyRules.parse({ fee: 0, verifiedIdentity: false }), "nl", "EUR").map(({ key }) => key)).toEqual([
      "identityNotAsked",
      "feeNone",
    ]);
  });

  it("reads every policy of the demonstration, and has a message for each sentence", () => {
    const policies = readdirSync("demo/providers").flatMap(
      (name) => JSON.parse(readFileSync(`demo/providers/${name}`, "utf8")).recognitionPolicy ?? [],
    );
    expect(policies.length).toBeGreaterThan(0);
    for (const { rules } of policies) {
      for (const { key } of policySentences(policyRules.parse(rules), "en", "EUR")) expect(en.policy.rules).toHaveProperty(key);
    }
  });
});
