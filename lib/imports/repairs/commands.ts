import { eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { importRows, imports } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { refusalFor } from "@/lib/imports/commands";
import { type Repairs, rowKey } from "@/lib/imports/repair";
import { ok, type Result, refuse } from "@/lib/result";

/** One cell as somebody left it on the screen. */
export type RepairedCell = { sheet: string; row: number; column: string; value: string };

/** Longer than any column takes: what is cut here is too long as well. */
const longestValue = 30_000;

/**
 * Keeps what people put right, for the next try. Only cells that the report asks about are taken, and only where they say something else
 * than what was shown: what the file says, or what was put right before.
 */
export async function keepRepairs(actor: Actor, importId: string, cells: RepairedCell[]): Promise<Result<{ kept: number }>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ providerId: imports.providerId, repairs: imports.repairs, status: imports.status })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    const refusal = refusalFor(actor, "catalogue.import", row);
    if (!row || refusal) return refuse(refusal ?? { code: "importUnknown" });
    if (row.status === "queued" || row.status === "running") return refuse({ code: "importAtWork" });
    const numbers = [...new Set(cells.map((cell) => cell.row))].filter(
      (number) => Number.isInteger(number) && number > 0 && number < 2 ** 31,
    );
    const asked = numbers.length === 0 ? [] : await askedOf(numbers);
    const written = new Map(asked.map((one) => [rowKey(one), one.cells ?? {}]));
    const repairs: Repairs = { ...row.repairs };
    let kept = 0;
    for (const { column, value, ...at } of cells) {
      const said = written.get(rowKey(at))?.[column];
      const now = value.replaceAll("\r\n", "\n").replaceAll("\0", "").slice(0, longestValue);
      if (said === undefined || now === (repairs[rowKey(at)]?.[column] ?? said)) continue;
      repairs[rowKey(at)] = { ...repairs[rowKey(at)], [column]: now };
      kept++;
    }
    if (kept > 0) {
      await tx.update(imports).set({ repairs }).where(eq(imports.id, importId));
      const about = { subject: "import", subjectId: importId, organisationId: row.providerId } as const;
      await recordEvents(tx, actor, [{ type: "import.repaired", ...about, after: { cells: kept } }]);
    }
    return ok({ kept });

    async function askedOf(rows: number[]) {
      return await tx
        .select({ sheet: importRows.sheet, row: importRows.row, cells: importRows.cells })
        .from(importRows)
        .where(sql`${importRows.importId} = ${importId} and ${inArray(importRows.row, rows)} and ${importRows.cells} is not null`);
    }
  });
}
