import { z } from "zod";
import { sendMail as hand } from "@/lib/mail/mail";

const mailInput = z.object({ to: z.email(), subject: z.string(), text: z.string(), unsubscribe: z.url().optional() });

/** The order to send a mail, as the queue keeps it. */
type Order = { id: string; created_at: Date };

/** Sends one queued mail. Where the server refuses, the queue tries again later, ever more slowly. */
export async function sendQueuedMail(payload: unknown, { job }: { job: Order }): Promise<void> {
  await hand(mailInput.parse(payload), `${job.created_at.getTime()}.${job.id}`);
}
