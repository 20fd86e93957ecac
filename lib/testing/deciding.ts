import { eq } from "drizzle-orm";
import { db } from "@/db";
import { organisations, type Texts } from "@/db/schema";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { recordDecision } from "@/lib/decisions/commands";
import type { AccreditationTerms, Change } from "@/lib/decisions/decision";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { aMember } from "./people";
import { anOrganisation, type TestProvider } from "./registry";

const system = { id: "operator:test", role: "system", organisationId: null } as const;

export const fullTerms = (accreditingBodyId: string, change: Partial<AccreditationTerms> = {}): AccreditationTerms => ({
  accreditingBodyId,
  title: { en: "Label" },
  type: "institutional-license",
  standard: "esg",
  standardLabel: {},
  eqfLevels: null,
  fields: null,
  settings: null,
  jurisdictions: null,
  offeringId: null,
  effect: "full",
  effectOn: null,
  decisionUrl: null,
  reportUrl: null,
  ...change,
});

export async function decide(
  provider: TestProvider,
  kind: "register" | "accredit" | "suspend" | "limit",
  from: Day,
  changes: Change[],
): Promise<string> {
  const { authorityId, id: organisationId } = provider;
  const decision = { kind, authorityId, organisationId, decidedOn: from, effectiveFrom: from, changes };
  return (await db.transaction((tx) => recordDecision(tx, system, decision, new Date(`${from}T09:00:00Z`)))).id;
}

/** A provider of a region with two real authorities of the country file, registered and accredited by decisions as the register takes them. */
export async function aDecidedProvider({ nuts = "BE234", terms = {} as Partial<AccreditationTerms> } = {}) {
  const authorities = new Map<string, string>();
  for (const { slug, names } of country.authorities)
    authorities.set(
      slug,
      (await known(slug)) ?? (await anOrganisation(slug, names, { roles: ["competent-authority"], email: `info@${slug}.example` })),
    );
  const authorityId = authorities.get("leerpadenraad") ?? "";
  const slug = `college-${crypto.randomUUID().slice(0, 8)}`;
  const provider = { id: await anOrganisation(slug, { en: "Garden College" }, { nuts }), slug, authorityId };
  await decide(provider, "register", "2022-01-10", [
    { of: "registration", from: "2022-01-10", until: null, holds: { status: "registered" } },
  ]);
  await decide(provider, "accredit", "2022-02-10", [
    { of: "accreditation", key: `${slug}-esg`, from: "2022-02-10", until: "2030-01-01", holds: fullTerms(authorityId, terms) },
  ]);
  return {
    provider,
    registrar: await aMember(authorityId, "registrar"),
    colleague: await aMember(authorityId, "registrar"),
    auditor: await aMember(authorityId, "auditor"),
    elsewhere: await aMember(authorities.get("rat-der-lernwege") ?? "", "registrar"),
    manager: await aMember(provider.id, "manager"),
  };
}

async function known(slug: string): Promise<string | undefined> {
  const [row] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug));
  return row?.id;
}

const words: Texts = {
  nl: "Wat lerenden lezen.",
  fr: "Ce que lisent les apprenants.",
  de: "Was Lernende lesen.",
  en: "What learners read.",
};

/** A form as a registrar sends it. */
export function aForm(kind: string, fields: Record<string, string | string[]> = {}): SentForm {
  const said = Object.entries(words).map(([language, text]) => [`statement.${language}`, [text ?? ""]]);
  const given = Object.entries(fields).map(([name, value]) => [name, [value].flat()]);
  return Object.fromEntries([["kind", [kind]], ...said, ["reasons.en", ["Because."]], ...given]);
}
