import type { Transaction } from "@/db";
import { organisations } from "@/db/schema";
import { slugOf } from "@/lib/applications/application";
import type { ApplicationContent } from "@/lib/applications/content";
import type { NewAccreditation } from "@/lib/applications/decisions/input";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country, findPlace } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { recordDecision } from "@/lib/decisions/commands";
import type { AccreditationTerms, FactChange } from "@/lib/decisions/decision";
import { toldFacts } from "@/lib/decisions/facts/told";
import { changesFor, dayAfter, type Order } from "@/lib/decisions/kinds/kinds";
import { listDecisions } from "@/lib/decisions/queries";
import { readState } from "@/lib/decisions/rows/queries";
import { locales } from "@/lib/i18n/locales";
import { freeSlug } from "@/lib/providers/slugs/queries";
import { plainText, type Texts } from "@/lib/texts/texts";

export type Provider = { id: string; slug: string };
export type StandardNames = { title: Texts; standardLabel: Texts };
type Act = { authorityId: string; provider: Provider; from: Day; reasons: Texts };

/** The organisation as the application states it. Whoever calls holds the lock under which slugs and identifiers are handed out. */
export async function insertProvider(tx: Transaction, content: ApplicationContent): Promise<Provider> {
  const { identity, type, places, contact } = content;
  const place = places.seat ? findPlace(places.seat) : undefined;
  const [row] = await tx
    .insert(organisations)
    .values({
      slug: await freeSlug(tx, slugOf(plainText(identity.names, locales[0] ?? "en"))),
      roles: ["provider", "awarding-body"],
      providerType: type,
      homepage: identity.homepage || null,
      email: contact.email,
      phone: contact.phone || null,
      street: places.street || null,
      postalCode: places.postalCode || null,
      town: places.seat,
      country: country.country,
      nuts: place?.nuts ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    })
    .returning({ id: organisations.id, slug: organisations.slug });
  if (!row) throw new Error("A provider was not written");
  return row;
}

/** By the rules of the desk's own decisions. Whoever calls has refused before the first write what they would refuse. */
async function decide(
  tx: Transaction,
  actor: Actor,
  { authorityId, provider, reasons }: Act,
  order: Order,
  facts: FactChange[] = [],
): Promise<void> {
  const [state, history] = [await readState(provider.id, tx), await listDecisions(provider.id, tx)];
  const decided = changesFor(order, { state, history, authorityId, day: today(), newKey: `${provider.slug}-1` });
  if (!decided.ok) throw new Error(`A new provider cannot be decided about: ${decided.problems[0]?.code}`);
  const [{ kind }, { changes, ...rest }] = [order, decided.value];
  const decision = {
    kind,
    authorityId,
    organisationId: provider.id,
    decidedOn: today(),
    ...rest,
    changes: [...changes, ...facts],
    reasons,
  };
  await recordDecision(tx, actor, decision);
}

/** With the name and the numbers that the application states: they come into the register with it. */
export async function register(tx: Transaction, actor: Actor, act: Act, { identity, identifiers }: ApplicationContent): Promise<void> {
  const facts = toldFacts({
    names: [{ name: identity.names, from: identity.founded ?? act.from, until: null }],
    // From today on: until now the register knew nothing of them, and an earlier holder may have had them.
    identifiers: identifiers.map((one) => ({ ...one, from: today(), until: null })),
  });
  await decide(tx, actor, act, { kind: "register", from: act.from }, facts);
}

export async function accredit(
  tx: Transaction,
  actor: Actor,
  act: Act & { accreditation: NewAccreditation; names: StandardNames },
): Promise<void> {
  const { authorityId, from, accreditation, names } = act;
  const { standard, type, levels, fields, until } = accreditation;
  const terms: AccreditationTerms = {
    accreditingBodyId: authorityId,
    title: names.title,
    type,
    standard,
    standardLabel: names.standardLabel,
    eqfLevels: levels,
    fields,
    settings: null,
    jurisdictions: null,
    offeringId: null,
    effect: "full",
    effectOn: null,
    decisionUrl: null,
    reportUrl: null,
  };
  await decide(tx, actor, act, { kind: "accredit", from, until: until && dayAfter(until), terms });
}
