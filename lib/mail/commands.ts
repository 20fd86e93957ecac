import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { canMail, type Mail } from "./mail";

/** Has a mail sent once this transaction commits, tried again until the mail server takes it (lib/jobs/send-mail.ts). */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  if (!canMail || !(await hasQueue(tx))) return;
  await tx.execute(sql`select graphile_worker.add_job('send-mail', ${JSON.stringify(mail)}::json)`);
}
