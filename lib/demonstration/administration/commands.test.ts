import { readFileSync } from "node:fs";
import { eq, isNotNull } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { applications, cases, jurisdictionChanges, memberships, people } from "@/db/schema";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { loadApplications } from "@/lib/demonstration/cases/commands";
import { demonstrationApplications } from "@/lib/demonstration/cases/input";
import { listTerms } from "@/lib/terms/queries";
import { endedOn, termOn } from "@/lib/terms/term";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { loadAdministration, loadTerms } from "./commands";
import { demonstrationAdministration } from "./input";

const read = (name: string) => JSON.parse(readFileSync(`demo/${name}.json`, "utf8"));
const given = demonstrationAdministration.parse(read("administration"));
let keeper: string;

beforeEach(async () => {
  await emptyDatabase();
  keeper = await anOrganisation(country.keeper, { en: "Keeper" }, { roles: ["competent-authority"] });
});

it("gives every screen of the keeper something to show, once however often it is loaded", async () => {
  for (const _ of [1, 2]) {
    await loadTerms(given);
    await loadAdministration(given);
  }
  const administrator = await aMember(keeper, "administrator");
  const labels = (await listTerms(administrator, "label")) ?? [];
  const states = labels.map((history) => {
    const begins = (history[0].from ?? "") > today();
    return begins ? "coming" : endedOn(history, history[0].code, today()) ? "ended" : "holds";
  });
  expect(states.sort()).toEqual(["coming", "ended", "holds"]);
  const level = (await listTerms(administrator, "level"))?.find(([first]) => first.code === "german/4");
  expect(level && termOn(level, "german/4", today())?.names.de).toBe("4 (Gesellenbrief)");
  const changes = await db.select().from(jurisdictionChanges);
  expect(changes.map(({ code, validFrom }) => [code, validFrom > today()])).toEqual([["BE335", true]]);
  const suspended = await db.select({ name: people.name }).from(people).where(isNotNull(people.suspendedAt));
  expect(suspended).toEqual([{ name: "Gust Vertrokken" }]);
});

it("has a case that was refused and one that was sent back", async () => {
  for (const [email, role] of [
    ["a", "registrar"],
    ["b", "registrar"],
    ["c", "assessor"],
    ["d", "assessor"],
  ] as const) {
    const [made] = await db
      .insert(people)
      .values({ email: `${email}@x.example`, name: email, locale: "nl" })
      .returning({ id: people.id });
    if (made) await db.insert(memberships).values({ personId: made.id, organisationId: keeper, role });
  }
  await loadApplications(demonstrationApplications.parse(read("applications")));
  const stages = await db
    .select({ status: applications.status, stage: cases.stage })
    .from(cases)
    .innerJoin(applications, eq(applications.id, cases.applicationId));
  expect(stages).toContainEqual({ status: "refused", stage: "representation" });
  expect(stages.filter(({ stage }) => stage === "assessment")).toHaveLength(2);
});
