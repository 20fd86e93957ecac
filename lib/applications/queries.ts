import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import {
  applicationMessages,
  applications,
  files,
  knownIdentifiers,
  organisations,
  people,
  type StoredFile,
  type Texts,
} from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { findGate } from "@/lib/casework/gate/queries";
import { actingIn } from "@/lib/casework/guests/queries";
import { today } from "@/lib/clock";
import { isId } from "@/lib/id";
import { nameOn } from "@/lib/providers/names/queries";
import { type ApplicationContent, applicationContent } from "./content";
import type { Identifier } from "./identifiers";

const columns = {
  id: applications.id,
  applicantId: applications.applicantId,
  applicant: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})`,
  applicantEmail: people.email,
  status: applications.status,
  content: applications.content,
  revision: applications.revision,
  authorityId: applications.authorityId,
  authority: sql<Texts | null>`${nameOn(applications.authorityId, today())}`,
  providerSlug: organisations.slug,
  createdAt: applications.createdAt,
  updatedAt: applications.updatedAt,
  submittedAt: applications.submittedAt,
  decidedAt: applications.decidedAt,
  reason: applications.reason,
};

const rows = () =>
  db
    .select(columns)
    .from(applications)
    .innerJoin(people, eq(people.id, applications.applicantId))
    .leftJoin(organisations, eq(organisations.id, applications.organisationId))
    .$dynamic();

export type ApplicationView = Omit<Awaited<ReturnType<typeof rows>>[number], "content"> & { content: ApplicationContent };

const read = (row: Awaited<ReturnType<typeof rows>>[number]): ApplicationView => ({
  ...row,
  content: applicationContent.parse(row.content),
});

/** What one has applied for, the latest first. */
export async function listOwnApplications(actor: Actor): Promise<ApplicationView[]> {
  const personId = personIdOf(actor);
  if (!personId) return [];
  return (await rows().where(eq(applications.applicantId, personId)).orderBy(desc(applications.createdAt))).map(read);
}

/** An application of one's own. */
export async function findOwnApplication(actor: Actor, id: string): Promise<ApplicationView | undefined> {
  const found = await findAny(id);
  return found && may(actor, "application.write", { personId: found.applicantId }) ? found : undefined;
}

/** An application that was made to the authority for which one acts, or into whose case one is invited; whether one sees into it, its gate says (lib/casework/gate). */
export async function findApplication(actor: Actor, id: string): Promise<ApplicationView | undefined> {
  const found = await findAny(id);
  if (!found || found.status === "draft") return undefined;
  return may(await actingIn(actor, found), "application.read", { organisationId: found.authorityId }) ? found : undefined;
}

async function findAny(id: string): Promise<ApplicationView | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await rows().where(eq(applications.id, id));
  return row && read(row);
}

export type Said = { id: string; side: "applicant" | "authority"; author: string; text: string; writtenAt: Date };

/** What authority and applicant wrote to each other. Only for an application that one may read. */
export async function listMessages({ id }: ApplicationView): Promise<Said[]> {
  return await db
    .select({
      id: applicationMessages.id,
      side: applicationMessages.side,
      author: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})`,
      text: applicationMessages.text,
      writtenAt: applicationMessages.writtenAt,
    })
    .from(applicationMessages)
    .innerJoin(people, eq(people.id, applicationMessages.authorId))
    .where(eq(applicationMessages.applicationId, id))
    .orderBy(asc(applicationMessages.writtenAt));
}

export type Evidence = Pick<StoredFile, "id" | "name" | "mediaType" | "size" | "uploadedAt" | "document">;

const { id, name, mediaType, size, uploadedAt, document } = files;
const evidenceColumns = { id, name, mediaType, size, uploadedAt, document };

/** The evidence of an application that one may read. */
export async function listEvidence({ id }: Pick<ApplicationView, "id">, database: Database = db): Promise<Evidence[]> {
  return await database
    .select(evidenceColumns)
    .from(files)
    .where(and(eq(files.subject, "application"), eq(files.subjectId, id)))
    .orderBy(asc(files.uploadedAt), asc(files.name));
}

/** One file with its bytes: for the applicant and the authority, and for nobody else. */
export async function findEvidence(actor: Actor, applicationId: string, fileId: string) {
  const own = await findOwnApplication(actor, applicationId);
  const application = own ?? (await findApplication(actor, applicationId));
  if (application && !own && (await findGate(actor, application)) !== "open") return undefined;
  if (!application || !isId(fileId)) return undefined;
  const [file] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.subject, "application"), eq(files.subjectId, application.id)));
  return file && { ...file, authorityId: application.authorityId };
}

export type Holder = { scheme: string; value: string; slug: string; name: Texts; isProvider: boolean };

/** The organisations of the register that hold any of these identifiers now. */
export async function listHolders(identifiers: readonly Identifier[], database: Database = db): Promise<Holder[]> {
  if (identifiers.length === 0) return [];
  const day = today();
  return await database
    .select({
      scheme: knownIdentifiers.scheme,
      value: knownIdentifiers.value,
      slug: organisations.slug,
      name: nameOn(organisations.id, day),
      isProvider: sql<boolean>`'provider' = any (${organisations.roles})`,
    })
    .from(knownIdentifiers)
    .innerJoin(organisations, eq(organisations.id, knownIdentifiers.organisationId))
    .where(
      and(
        sql`(${knownIdentifiers.scheme}, upper(${knownIdentifiers.value})) in (select i.scheme, upper(i.value)
          from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as i(scheme text, value text))`,
        sql`${knownIdentifiers.valid} && daterange(${day}::date, null)`,
      ),
    );
}
