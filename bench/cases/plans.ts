import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import { db } from "@/db";
import { listUnits } from "@/lib/audits/samples/queries";
import { drawRandom, quotasFor, toFrame } from "@/lib/audits/samples/sample";
import { addDays } from "@/lib/days/days";
import { type Made, someAudit, standards, writeAudits } from "./audits";
import type { Office } from "./office";
import { inLanguages } from "./words";

type Size = { name: string; draws: "providers" | "offerings"; random: number; risk: number; began: number; isDrawn: boolean };

/** Two large plans, one that is announced, and what was audited in the years before. */
const sizesFor = (audits: number): Size[] => [
  {
    name: "Assessment of what is learned",
    draws: "offerings",
    random: Math.round(audits * 0.4),
    risk: Math.round(audits * 0.05),
    began: 150,
    isDrawn: true,
  },
  { name: "What providers say of their quality", draws: "providers", random: 150, risk: 30, began: 60, isDrawn: true },
  { name: "Workload as it is stated", draws: "offerings", random: 200, risk: 20, began: 0, isDrawn: false },
  ...Array.from({ length: 30 }, (_, year) => ({
    name: `Round ${30 - year}`,
    draws: "offerings" as const,
    random: Math.round(audits * 0.01),
    risk: 0,
    began: 200 + year * 60,
    isDrawn: true,
  })),
];

/** Audits of plans, and to the full number those that were opened for a cause. */
export async function fillAudits(random: Random, office: Office, count: number): Promise<void> {
  const made: Made[] = [];
  const samples: Record<string, unknown>[] = [];
  for (const size of sizesFor(count)) {
    const drawn = await onePlan(random, office, size);
    made.push(...drawn.made);
    samples.push(...drawn.samples);
  }
  while (made.length < count) {
    const { id, providerId } = random.pick(office.offerings);
    made.push(someAudit(random, office, { organisationId: providerId, offeringId: random.chance(0.8) ? id : null, planId: null }));
  }
  await writeAudits(office, made);
  await insertRows("audit_samples", samples);
}

async function onePlan(random: Random, office: Office, size: Size) {
  const { authorityId, slug, day } = office;
  const { draws, name } = size;
  const units = await listUnits(db, { id: authorityId, slug }, draws, false, day);
  const frame = toFrame(units);
  const [count, byRisk] = [Math.min(size.random, Math.floor(units.length * 0.7)), Math.min(size.risk, Math.floor(units.length * 0.2))];
  const plan = { id: random.uuid(), seed: `the lottery of ${name}`, quotas: quotasFor(units, count) };
  const announced = `${addDays(day, -size.began - 20)} 09:00:00+01`;
  await insertRows("audit_plans", [
    {
      ...plan,
      seed: size.isDrawn ? plan.seed : null,
      slug: name.toLowerCase().replaceAll(" ", "-"),
      authority_id: authorityId,
      title: inLanguages(name),
      aim: inLanguages("Whether what pages state is what learners meet."),
      starts_on: addDays(day, -size.began),
      ends_on: addDays(day, 365 - size.began),
      standards,
      draws,
      by_provider_type: false,
      random: count,
      risk: byRisk,
      frame: frame.text,
      frame_size: units.length,
      frame_sha256: frame.sha256,
      announced_at: announced,
      seed_source: "The numbers of a lottery",
      seed_at: size.isDrawn ? announced : null,
      drawn_at: size.isDrawn ? announced : null,
    },
  ]);
  if (!size.isDrawn) return { made: [], samples: [] };
  const chosen = drawRandom(units, plan.seed, plan.quotas);
  const left = units.filter((unit) => !chosen.includes(unit));
  const all = [...chosen.map((unit) => ({ unit, drawn: "random" })), ...left.slice(0, byRisk).map((unit) => ({ unit, drawn: "risk" }))];
  const made = all.map(({ unit }) => someAudit(random, office, { ...recordOf(office, draws, unit.slug), planId: plan.id }));
  const samples = all.map(({ unit, drawn }, place) => ({
    plan_id: plan.id,
    position: place + 1,
    slug: unit.slug,
    stratum: "",
    drawn,
    case_id: made[place]?.id,
    risk: { reports: 12, monitoring: random.int(0, 20), lastAudit: 16 },
  }));
  return { made, samples };
}

function recordOf({ providers, offerings }: Office, draws: Size["draws"], slug: string) {
  if (draws === "providers") return { organisationId: providers.find((one) => one.slug === slug)?.id ?? "", offeringId: null };
  const found = offerings.find((one) => one.slug === slug);
  return { organisationId: found?.providerId ?? "", offeringId: found?.id ?? null };
}
