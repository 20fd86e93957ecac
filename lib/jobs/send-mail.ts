import { z } from "zod";
import { sendMail as hand } from "@/lib/mail/mail";

const mailInput = z.object({ to: z.email(), subject: z.string(), text: z.string() });

/** Sends one queued mail. Where the server refuses, the queue tries again later, ever more slowly. */
export async function sendQueuedMail(payload: unknown): Promise<void> {
  await hand(mailInput.parse(payload));
}
