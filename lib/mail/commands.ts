import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { canMail, type Mail } from "./mail";

/** Has a mail sent once this transaction commits, tried again until the mail server takes it (lib/jobs/send-mail.ts). */
export async function queueMail(tx: Transaction, mail: Mail): Promise<void> {
  if (!canMail || !(await hasQueue(tx))) return;
  await tx.execute(sql`select graphile_worker.add_job('send-mail', ${JSON.stringify(mail)}::json)`);
}

/** Longer than a mail server may take to answer (mail.ts), so that whoever is sending still is not passed over. */
const longestSending = "5 minutes";

/** Has mails sent that a worker took in hand and was killed with: the queue would hold them for hours. */
export async function freeHeldMails(): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
    where task_identifier = 'send-mail' and locked_at < now() - ${longestSending}::interval having count(*) > 0`);
}
