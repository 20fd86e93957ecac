import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { qualityImports } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import type { SaidReport } from "@/lib/interop/deqar/said";
import { agencyNamed } from "@/lib/quality/agencies/agency";
import { writeActivity, writeAgency } from "@/lib/quality/agencies/commands";
import { readAgencies } from "@/lib/quality/agencies/queries";
import type { QualityImportRow } from "@/lib/quality/imports/outcomes";
import type { QualityFile } from "@/lib/quality/imports/read-file";
import { matchAgain } from "@/lib/quality/rematching/commands";
import { identifierOf } from "@/lib/quality/report";
import { lookAgain, takeTurn, writeReports } from "@/lib/quality/reports/commands";
import { type Decided, decideReport, identifiersOf } from "@/lib/quality/reports/decide";
import { readHolders, readKnownReports, readNamesakes } from "@/lib/quality/reports/queries";
import { subjectState } from "@/lib/quality/subject";
import type { Problem, ProblemCode } from "@/lib/result";

export type QualityRun = { importId: string; actor: Actor; fileName: string; dryRun: boolean };

export async function beginQualityImport({ importId }: QualityRun, { kind, rows }: QualityFile): Promise<void> {
  await db.execute(sql`update quality_imports set status = 'running', kind = ${kind}, total_rows = ${rows.length}, started_at = coalesce(started_at, now())
    where id = ${importId} and status in ('queued', 'running')`);
}

/**
 * Works through the next rows in one transaction: data, report and progress are written together or not at all, so that a process that is
 * killed anywhere leaves a state from which any other goes on. Says how many rows are done; null when the import was stopped.
 */
export async function importQualityChunk(run: QualityRun, file: QualityFile, from: number, size: number): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [state] = await tx
      .select({ status: qualityImports.status, doneRows: qualityImports.doneRows })
      .from(qualityImports)
      .where(eq(qualityImports.id, run.importId))
      .for("update");
    if (state?.status !== "running") return null;
    // Another worker was here: go on where it is.
    if (state.doneRows !== from) return state.doneRows;
    const at = await takeTurn(tx);
    const rows =
      file.kind === "reports"
        ? await importReports(tx, run, file.rows.slice(from, from + size), at)
        : await importList(tx, run, file, { from, size, at });
    await tx.execute(sql`
      insert into quality_import_rows (import_id, row, label, outcome, matched, proposed, unmatched, problems, report_key)
      select ${run.importId}::uuid, row, label, outcome, matched, proposed, unmatched, problems, "reportKey"
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(row int, label text, outcome quality_row_outcome, matched int, proposed int,
        unmatched int, problems jsonb, "reportKey" uuid)`);
    const done = Math.min(from + size, file.rows.length);
    await tx.update(qualityImports).set({ doneRows: done, attempts: 0 }).where(eq(qualityImports.id, run.importId));
    return done;
  });
}

const plain = { matched: 0, proposed: 0, unmatched: 0, reportKey: null };
type ReportRows = Extract<QualityFile, { kind: "reports" }>["rows"];

async function importReports(tx: Transaction, { importId, dryRun }: QualityRun, rows: ReportRows, at: string): Promise<QualityImportRow[]> {
  const agencies = await readAgencies(tx);
  const said = rows.flatMap((row) => row.said ?? []);
  const ofKnown = said.flatMap((one) => {
    const agency = agencyNamed(agencies, one.agency);
    return agency ? [{ one, agency }] : [];
  });
  const [known, holders, namesakes] = await Promise.all([
    readKnownReports(
      tx,
      ofKnown.map(({ one, agency }) => ({ agencyId: agency.id, localIdentifier: identifierOf(one) })),
    ),
    readHolders(
      tx,
      ofKnown.flatMap(({ one, agency }) => one.institutions.flatMap((each) => identifiersOf(each, agency))),
    ),
    readNamesakes(
      tx,
      said.flatMap(({ institutions }) => institutions.flatMap(({ names }) => names)),
    ),
  ]);
  const facts = { agencies, known, holders, namesakes };
  const decided = rows.map(({ said: one }: { said: SaidReport | undefined }) =>
    one ? decideReport(one, crypto.randomUUID(), facts) : undefined,
  );
  const taken = decided.filter((one): one is Decided => one !== undefined && "outcome" in one);
  if (!dryRun) await lookAgain(tx, await writeReports(tx, taken, importId, at));
  return rows.map(({ row, label, problems }, index) => {
    const one = decided[index];
    if (one === undefined || !("outcome" in one))
      return { ...plain, row, label, outcome: "refused" as const, problems: one ? [one, ...problems] : problems };
    return {
      row,
      label,
      outcome: one.outcome,
      problems: [...problems, ...one.problems],
      reportKey: dryRun && !one.before ? null : one.key,
      ...countsOf(one),
    };
  });
}

function countsOf({ next }: Decided): { matched: number; proposed: number; unmatched: number } {
  const counts = { matched: 0, proposed: 0, unmatched: 0 };
  for (const subject of next.subjects) counts[subjectState(subject)]++;
  return counts;
}

type ListFile = Exclude<QualityFile, { kind: "reports" }>;

/** Agencies and activities are some dozens, each by itself. */
async function importList(
  tx: Transaction,
  run: QualityRun,
  file: ListFile,
  { from, size, at }: { from: number; size: number; at: string },
): Promise<QualityImportRow[]> {
  const done: QualityImportRow[] = [];
  const write = async (
    row: { row: number; label: string; problems: Problem[] },
    work: () => Promise<{ outcome: "added" | "updated" | "unchanged" } | { code: ProblemCode; field: string }>,
  ) => {
    const written = await work();
    done.push({
      ...plain,
      row: row.row,
      label: row.label,
      outcome: "outcome" in written ? written.outcome : "refused",
      problems: "outcome" in written ? row.problems : [written, ...row.problems],
    });
  };
  const refuse = (row: { row: number; label: string; problems: Problem[] }) =>
    done.push({ ...plain, row: row.row, label: row.label, outcome: "refused", problems: row.problems });
  // A dry run writes as the real one does, and takes it back: what a row would do is then what it did.
  await tx
    .transaction(async (inner) => {
      if (file.kind === "agencies")
        for (const [index, row] of file.rows.slice(from, from + size).entries()) {
          const { said } = row;
          if (said) await write(row, () => writeAgency(inner, said, { place: from + index + 1, source: run.fileName, at }));
          else refuse(row);
        }
      else
        for (const row of file.rows.slice(from, from + size)) {
          const { said } = row;
          if (said) await write(row, () => writeActivity(inner, said));
          else refuse(row);
        }
      if (run.dryRun) throw takenBack;
    })
    .catch((thrown: unknown) => {
      if (thrown !== takenBack) throw thrown;
    });
  return done;
}

const takenBack = new Error("A dry run writes nothing");

export async function finishQualityImport(run: QualityRun): Promise<void> {
  await db.transaction(async (tx) => {
    const [done] = await tx
      .update(qualityImports)
      .set({ status: "done", finishedAt: sql`now()` })
      .where(sql`${qualityImports.id} = ${run.importId} and ${qualityImports.status} = 'running'`)
      .returning({ organisationId: qualityImports.organisationId, kind: qualityImports.kind, doneRows: qualityImports.doneRows });
    if (!done) return;
    // What was registered since an earlier file is found now, without that file.
    if (!run.dryRun) await lookAgain(tx, await matchAgain(tx, await takeTurn(tx)));
    const after = { ...done, dryRun: run.dryRun };
    await recordEvents(tx, run.actor, [
      { type: "quality.import-finished", subject: "quality", subjectId: run.importId, organisationId: done.organisationId, after },
    ]);
  });
}

/** A file that could not be read at all. */
export async function failQualityImport(importId: string, code: ProblemCode): Promise<void> {
  await db.update(qualityImports).set({ status: "failed", failure: code, finishedAt: sql`now()` }).where(eq(qualityImports.id, importId));
}
