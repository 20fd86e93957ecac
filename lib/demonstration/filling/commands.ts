import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { operator } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { loadAdministration, loadTerms } from "@/lib/demonstration/administration/commands";
import { demonstrationAdministration } from "@/lib/demonstration/administration/input";
import { loadAudits } from "@/lib/demonstration/audits/commands";
import { demonstrationAudits } from "@/lib/demonstration/audits/input";
import { loadApplications } from "@/lib/demonstration/cases/commands";
import { demonstrationApplications } from "@/lib/demonstration/cases/input";
import { loadOrganisations, markDemonstrationDone, verifySome } from "@/lib/demonstration/commands";
import { editionOf, officeHours } from "@/lib/demonstration/edition";
import { loadGuidance } from "@/lib/demonstration/guidance/commands";
import { demonstrationGuidance } from "@/lib/demonstration/guidance/input";
import {
  type DemonstrationEdition,
  demonstrationCatalogue,
  demonstrationEditions,
  demonstrationOrganisation,
} from "@/lib/demonstration/input";
import { acknowledgeMost } from "@/lib/demonstration/monitoring/commands";
import { loadPeople } from "@/lib/demonstration/people/commands";
import { demonstrationPeople } from "@/lib/demonstration/people/input";
import { loadQuality } from "@/lib/demonstration/quality/commands";
import { findDemonstrationImport } from "@/lib/demonstration/queries";
import { loadReports } from "@/lib/demonstration/reports/commands";
import { demonstrationReports } from "@/lib/demonstration/reports/input";
import { loadSearches } from "@/lib/demonstration/searches/commands";
import { demonstrationSearches } from "@/lib/demonstration/searches/input";
import { shiftDates, weeksSince } from "@/lib/demonstration/shift";
import { startImport } from "@/lib/imports/commands";
import { runImport } from "@/lib/jobs/import-catalogue";
import { indexCatalogue } from "@/lib/jobs/index-catalogue";
import { sequenceLog } from "@/lib/jobs/sequence-log";
import { writeSkills } from "@/lib/skills/commands";
import { demonstrationSkills } from "@/lib/skills/input";

const actor = operator("demonstration");
const weeks = weeksSince(today());

function read(folder: string): { slug: string; json: unknown }[] {
  const names = readdirSync(path.resolve("demo", folder))
    .filter((name) => name.endsWith(".json"))
    .sort();
  return names.map((name) => ({
    slug: path.basename(name, ".json"),
    json: shiftDates<unknown>(JSON.parse(readFileSync(path.resolve("demo", folder, name), "utf8")), weeks),
  }));
}

/** First what the provider handed in on earlier days, each taken for what it was then; last the catalogue of today. */
async function loadCatalogue(slug: string, json: unknown, editions: DemonstrationEdition[]): Promise<void> {
  const catalogue = demonstrationCatalogue.parse(json);
  for (const edition of editions) await load(slug, `${slug}-${edition.on}.json`, editionOf(catalogue, edition), edition.on);
  await load(slug, `${slug}.json`, json);
}

async function load(slug: string, fileName: string, json: unknown, handedIn?: Day): Promise<void> {
  // A load that was killed goes on where it stopped.
  const begun = await findDemonstrationImport(slug, fileName);
  if (begun?.status === "done") return;
  const started = begun
    ? ({ ok: true, value: { importId: begun.id } } as const)
    : await startImport(actor, { providerSlug: slug, fileName, bytes: Buffer.from(JSON.stringify(json)), dryRun: false });
  if (!started.ok) throw new Error(`${fileName}: ${started.problems.map(({ code }) => code).join(", ")}`);
  const past = handedIn ? { handedIn: { day: handedIn, at: officeHours(handedIn) } } : {};
  await runImport(started.value.importId, { ...past, asPublishedOnce: true });
}

/** The part of ESCO that the catalogues speak of: before them, so that they are indexed with its words. */
async function loadSkills(): Promise<void> {
  const { skills, occupations, broader, needs } = demonstrationSkills.parse(file("skills.json"));
  const written = await writeSkills(actor, {
    ...{ skills, occupations, broader: broader.map(([from, to]) => ({ from, to })) },
    needs: needs.map(([from, to, need]) => ({ from, to, need })),
  });
  if (!written.ok) throw new Error(written.problems.map(({ code }) => code).join(", "));
}

/** A file of the demonstration whose days need no shifting: what reads it reckons from today. */
const file = (name: string) => JSON.parse(readFileSync(path.resolve("demo", name), "utf8"));

/**
 * Fills an empty database with the demonstration: organisations first, then each catalogue through the import that providers use.
 * What a load that was killed has begun is gone on with.
 */
export async function fillDemonstration(state: "empty" | "begun", tell: (line: string) => void): Promise<void> {
  if (state === "empty") {
    const all = ["authorities", "providers"].flatMap(read).map(({ json }) => demonstrationOrganisation.parse(json));
    await loadOrganisations(actor, all);
  }
  const administration = demonstrationAdministration.parse(file("administration.json"));
  await loadTerms(administration);
  await loadSkills();
  const catalogues = read("catalogues");
  const earlier = new Map(read("earlier").map(({ slug, json }) => [slug, demonstrationEditions.parse(json)]));
  for (const [position, { slug, json }] of catalogues.entries()) {
    await loadCatalogue(slug, json, earlier.get(slug) ?? []);
    tell(`Demonstration catalogue ${position + 1} of ${catalogues.length}: ${slug}`);
  }
  await loadPeople(demonstrationPeople.parse(file("people.json")));
  await loadApplications(demonstrationApplications.parse(file("applications.json")));
  await loadAdministration(administration);
  await loadGuidance(demonstrationGuidance.parse(file("guidance.json")));
  await loadQuality(actor, weeks);
  await loadReports(demonstrationReports.parse(file("reports.json")));
  await loadAudits(demonstrationAudits.parse(file("audits.json")));
  await acknowledgeMost();
  await verifySome();
  await Promise.all([indexCatalogue(), sequenceLog()]);
  await loadSearches(demonstrationSearches.parse(file("searches.json")));
  await markDemonstrationDone(actor);
}
