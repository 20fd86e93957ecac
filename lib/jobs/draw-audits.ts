import { drawPlan } from "@/lib/audits/plans/drawing/commands";
import { listUndrawn } from "@/lib/audits/plans/queries";
import { operator } from "@/lib/auth/permissions";

/** Draws the sample of every audit plan whose seed has come to be known. Safe to run again, and beside an officer who clicks. */
export async function drawAudits(): Promise<void> {
  for (const { slug } of await listUndrawn()) await drawPlan(operator("worker"), slug);
}
