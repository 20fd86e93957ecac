import { type PolicySentence, policySentences, policyTexts, type RecognitionPolicy } from "./policy";

type Compared = Pick<RecognitionPolicy, "text" | "rules">;

/** A text that differs between two policies, in one language; "" was not, or is no longer, stated. */
export type TextChange = { name: "text" | (typeof policyTexts)[number]; language: string; was: string; now: string };

export type PolicyChanges = {
  gone: PolicySentence[];
  added: PolicySentence[];
  texts: TextChange[];
  contact: { was: string; now: string } | null;
};

const same = (a: PolicySentence, b: PolicySentence) => a.key === b.key && JSON.stringify(a.values) === JSON.stringify(b.values);

/** What somebody who knows the earlier policy should know of the later: sentences that are gone and new, and texts as they were and are. */
export function policyChanges(before: Compared, after: Compared, locale: string, currency: string): PolicyChanges {
  const was = policySentences(before.rules, locale, currency);
  const now = policySentences(after.rules, locale, currency);
  const contact = { was: before.rules.contact ?? "", now: after.rules.contact ?? "" };
  return {
    gone: was.filter((one) => !now.some((other) => same(one, other))),
    added: now.filter((one) => !was.some((other) => same(one, other))),
    texts: (["text", ...policyTexts] as const).flatMap((name) => {
      const [old, fresh] = name === "text" ? [before.text, after.text] : [before.rules[name] ?? {}, after.rules[name] ?? {}];
      return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort().flatMap((language) => {
        const change = { name, language, was: old[language] ?? "", now: fresh[language] ?? "" };
        return change.was === change.now ? [] : [change];
      });
    }),
    contact: contact.was === contact.now ? null : contact,
  };
}

export function isUnchanged({ gone, added, texts, contact }: PolicyChanges): boolean {
  return gone.length + added.length + texts.length === 0 && contact === null;
}
