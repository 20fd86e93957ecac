import { createHash } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { reports } from "@/db/schema";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { dayOf, now } from "@/lib/clock";
import { queueMail } from "@/lib/mail/commands";
import { reportConfirmMail } from "@/lib/mail/report";
import { notify } from "@/lib/notices/commands";
import { competentFor, findReported, type Reported } from "@/lib/reports/competent/queries";
import type { ReportInput } from "@/lib/reports/input";
import { type About, answerDue, caseNumber } from "@/lib/reports/report";
import { ok, type Result, refuse } from "@/lib/result";

/** Within this time the same words about the same page are one form that came twice. */
const twiceWithin = "10 minutes";

/**
 * Opens a case about what a public page says. Nobody is asked who they are, so no event names anyone. Sent twice it is one case; the secret
 * link that is told last is the one that holds, since that is the one that is on the screen.
 */
export async function sendReport(about: About, locale: string, input: ReportInput): Promise<Result<{ token: string }>> {
  return await db.transaction(async (tx): Promise<Result<{ token: string }>> => {
    const reported = await findReported(about, tx);
    if (!reported) return refuse({ code: "reportAboutNothing" });
    const [token, confirm] = [newSecret(), newSecret()];
    const digest = createHash("sha256")
      .update(JSON.stringify([reported.page, input]))
      .digest("base64url");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`);
    const secrets = { tokenHash: hashOf(token), emailHash: input.email ? hashOf(confirm) : null };
    const number = (await sentBefore(tx, digest, secrets)) ?? (await open(tx, reported, { ...secrets, digest, locale, input }));
    if (input.email) await queueMail(tx, reportConfirmMail({ to: input.email, locale, number: caseNumber(number), token, confirm }));
    return ok({ token });
  });
}

type Secrets = { tokenHash: string; emailHash: string | null };

async function sentBefore(tx: Transaction, digest: string, secrets: Secrets): Promise<number | undefined> {
  const recently = gt(reports.receivedAt, sql`${now().toISOString()}::timestamptz - ${twiceWithin}::interval`);
  const untouched = and(isNull(reports.forwardedAt), isNull(reports.closedAt), isNull(reports.emailConfirmedAt));
  const [known] = await tx
    .update(reports)
    .set(secrets)
    .where(and(eq(reports.digest, digest), recently, untouched))
    .returning({ number: reports.number });
  return known?.number;
}

type Opened = Secrets & { digest: string; locale: string; input: ReportInput };

async function open(tx: Transaction, reported: Reported, { input, ...rest }: Opened): Promise<number> {
  const { organisationId, offeringId, versionNumber, page } = reported;
  const receivedAt = now();
  const [row] = await tx
    .insert(reports)
    .values({
      ...rest,
      organisationId,
      offeringId,
      versionNumber,
      page,
      kind: input.kind,
      text: input.text,
      email: input.email || null,
      receivedAt,
      dueOn: answerDue(dayOf(receivedAt)),
    })
    .returning({ id: reports.id, number: reports.number });
  if (!row) throw new Error("A report was not written");
  for (const authorityId of await competentFor(organisationId, tx))
    await notify(tx, {
      organisationId: authorityId,
      kind: "report-received",
      about: row.id,
      values: { number: caseNumber(row.number) },
      path: `oversight/reports/${row.number}`,
    });
  return row.number;
}

/** Whoever opens the mailed link and says so has shown that the address is theirs. Safe to repeat. */
export async function confirmReportEmail(token: string, confirm: string): Promise<Result<null>> {
  const [row] = await db
    .update(reports)
    .set({ emailConfirmedAt: sql`coalesce(${reports.emailConfirmedAt}, now())` })
    .where(and(eq(reports.tokenHash, hashOf(token)), eq(reports.emailHash, hashOf(confirm)), isNull(reports.closedAt)))
    .returning({ id: reports.id });
  return row ? ok(null) : refuse({ code: "reportLinkUnknown" });
}
