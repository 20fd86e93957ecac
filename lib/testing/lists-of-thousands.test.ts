import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db";
import {
  auditCases,
  feedbackAnswers,
  organisationNames,
  qualityAgencies,
  qualityReportSubjects,
  qualityReports,
  registrations,
  reports,
} from "@/db/schema";
import { auditQuery } from "@/lib/audits/queue/list";
import { listAudits } from "@/lib/audits/queue/queries";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { overseenFeedbackQuery } from "@/lib/feedback/overseen/list";
import { listOverseenFeedback } from "@/lib/feedback/overseen/queries";
import { monitoringQuery } from "@/lib/monitoring/input";
import { listMonitored } from "@/lib/monitoring/queries";
import { qualityQuery } from "@/lib/quality/input";
import { listReports as listQualityReports } from "@/lib/quality/queries";
import { reportQuery } from "@/lib/reports/input";
import { listReports } from "@/lib/reports/queries";
import { emptyDatabase } from "./database";
import { anOffering } from "./offerings";
import { aMember } from "./people";
import { aDecision, anOrganisation, aProvider, only } from "./registry";

/** More than two pages of each, about a provider that was called otherwise once, and one of each about its neighbour. */
const many = 55;
let auditor: Actor;
type Row = { id: string; about: string };
type Asked = { q: string; page: number };
type Found = { rows: Row[]; total: number; pages: number };

async function oneOfEach(place: number, authorityId: string, about: { id: string; offeringId: string; agencyId: string }): Promise<void> {
  const { id: organisationId, offeringId, agencyId } = about;
  const clocks = { recorded: "[2026-01-01,)", valid: "[2020-01-01,)" };
  await db
    .insert(auditCases)
    .values({ authorityId, organisationId, cause: "asked", standards: [], openedOn: "2026-01-01", stage: "opened", turn: "authority" });
  await db.insert(reports).values({
    tokenHash: `token ${place}`,
    digest: `digest ${place}`,
    organisationId,
    page: "providers/somebody",
    kind: "wrong",
    text: "Wrong.",
    locale: "en",
    dueOn: "2026-02-01",
  });
  await db.insert(feedbackAnswers).values({ offeringId, versionNumber: 1, scores: { outcomes: 3 }, locale: "en" });
  const said = { agencyId, localIdentifier: `R-${place}`, type: "programme", status: "voluntary", decision: "positive", activities: [] };
  const report = only(
    await db
      .insert(qualityReports)
      .values({ ...said, ...clocks, key: crypto.randomUUID(), said: {} })
      .returning({ id: qualityReports.id }),
  );
  const institution = { names: ["An institution"], identifiers: [] };
  await db.insert(qualityReportSubjects).values({
    reportId: report.id,
    place: 1,
    said: institution,
    organisationId,
    matchedBy: "identifier",
    scheme: "vat",
    value: "BE1",
    recorded: clocks.recorded,
  });
}

beforeAll(async () => {
  await emptyDatabase();
  const [provider, neighbour] = [await aProvider({ slug: "garden" }), await anOrganisation("orchard", { en: "Orchard School" })];
  const { authorityId } = provider;
  await db
    .insert(organisationNames)
    .values({ organisationId: provider.id, name: { en: "Pötting School" }, valid: "[2010-01-01,2020-01-01)", recorded: "[2010-01-01,)" });
  auditor = await aMember(authorityId, "auditor");
  const other = { id: neighbour, slug: "orchard", authorityId };
  await db.insert(registrations).values({
    providerId: neighbour,
    authorityId,
    status: "registered",
    valid: "[2020-01-01,)",
    recorded: "[2020-01-01,)",
    decisionId: await aDecision(other, "register"),
  });
  const agencyId = only(
    await db.insert(qualityAgencies).values({ deqarId: 1, acronym: "Q", name: "Agency" }).returning({ id: qualityAgencies.id }),
  ).id;
  for (let place = 0; place < many; place++)
    await oneOfEach(place, authorityId, { id: provider.id, offeringId: await anOffering(provider), agencyId });
  await oneOfEach(many, authorityId, { id: neighbour, offeringId: await anOffering(other), agencyId });
});

const named = (rows: { id: string; name: unknown }[]) => rows.map(({ id, name }) => ({ id, about: JSON.stringify(name) }));

/** Each list of the desk, as it is asked by words and page. */
const lists: Record<string, (asked: Asked) => Promise<Found>> = {
  audits: async (asked) => {
    const { rows, ...found } = await listAudits(auditor, auditQuery.parse(asked), "authority");
    return { ...found, rows: named(rows.map((row) => ({ id: String(row.number), name: row.provider }))) };
  },
  reports: async (asked) => {
    const { rows, ...found } = await listReports(auditor, reportQuery.parse(asked), "authority");
    return { ...found, rows: named(rows.map((row) => ({ id: String(row.number), name: row.provider }))) };
  },
  monitoring: async (asked) => {
    const { rows, ...found } = await listMonitored(auditor, monitoringQuery.parse(asked));
    return { ...found, rows: named(rows.map((row) => ({ id: row.slug, name: row.provider }))) };
  },
  feedback: async (asked) => {
    const { rows, ...found } = await listOverseenFeedback(auditor, overseenFeedbackQuery.parse(asked), today());
    return { ...found, rows: named(rows.map((row) => ({ id: row.slug, name: row.provider }))) };
  },
  "quality reports": async (asked) => {
    const { rows, ...found } = await listQualityReports(auditor, qualityQuery.parse(asked));
    return { ...found, rows: named(rows.map((row) => ({ id: row.key, name: row.subjects[0]?.organisation?.name }))) };
  },
};

describe.each(Object.entries(lists))("the list of %s", (_, list) => {
  it("has each once on some page, and by a name that a provider had those of that provider alone", async () => {
    const { total, pages } = await list({ q: "potting SCHOOL", page: 1 });
    expect({ total, pages }).toEqual({ total: many, pages: 3 });
    const all: Row[] = [];
    for (let page = 1; page <= pages; page++) all.push(...(await list({ q: "potting SCHOOL", page })).rows);
    expect(new Set(all.map(({ id }) => id)).size).toBe(many);
    expect(new Set(all.map(({ about }) => about))).toEqual(new Set([JSON.stringify({ en: "Garden College" })]));
    expect((await list({ q: "potting elsewhere", page: 1 })).total).toBe(0);
  });
});
