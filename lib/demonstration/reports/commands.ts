import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { memberships, organisations, people, reports } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { answerReport } from "@/lib/reports/answering/commands";
import { closeReport, forwardReport } from "@/lib/reports/handling/commands";
import { reportInput } from "@/lib/reports/input";
import { providerDays, readAbout } from "@/lib/reports/report";
import { sendReport } from "@/lib/reports/sending/commands";
import type { DemonstrationReport } from "./input";

/** A school of the region of the authority whose auditor handles its cases, and whose people other demonstrations use least. */
const provider = "pedagogische-hogeschool-de-wilg";

/** Opens cases as the public does, and takes each as far as it has come. A load that was killed leaves out what is there. */
export async function loadReports(all: DemonstrationReport[]): Promise<void> {
  const [auditor, manager] = await Promise.all([invented("alma.toetsing"), invented("wilma.twijgers")]);
  if (!auditor || !manager || (await db.$count(reports)) > 0) return;
  const offered = await db.execute<{ slug: string }>(sql`select o.slug from offerings o join organisations p on p.id = o.provider_id
    where p.slug = ${provider} and o.status = 'published' order by o.slug`);
  for (const [position, one] of all.entries()) {
    const slug = one.about === "provider" ? provider : offered[position % offered.length]?.slug;
    if (!slug) continue;
    const about = readAbout(`${one.about === "provider" ? "providers" : "offerings"}/${slug}`);
    if (!about) throw new Error(`${slug} has no page`);
    await sendReport(about, one.locale, reportInput.parse({ kind: one.kind, text: one.text }));
    const [made] = await db.select({ number: reports.number }).from(reports).orderBy(desc(reports.number)).limit(1);
    if (!made) continue;
    if (one.forward) await forwardReport(auditor, made.number, { dueOn: addDays(today(), providerDays), note: one.forward });
    if (one.providerAnswer) await answerReport(manager, made.number, one.providerAnswer);
    if (one.close) await closeReport(auditor, made.number, { ...one.close, version: undefined, decision: undefined });
  }
}

async function invented(name: string): Promise<Actor | undefined> {
  const [row] = await db
    .select({ id: people.id, role: memberships.role, organisationId: organisations.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(people.email, `${name}@demonstration.example`));
  return row && { id: `person:${row.id}`, role: row.role, organisationId: row.organisationId };
}
