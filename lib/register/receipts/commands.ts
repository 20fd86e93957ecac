import { db } from "@/db";
import { receiptKeys, receipts } from "@/db/schema";
import { countTry } from "@/lib/auth/limits/commands";
import { now } from "@/lib/clock";
import type { AnswerDocument } from "@/lib/register/document";
import { ok, type Result, refuse } from "@/lib/result";
import { signingKey } from "./key";
import { findReceipt } from "./queries";
import { receiptIdOf, signReceipt } from "./receipt";

export type GivenReceipt = { id: string; jws: string };

/**
 * The receipt of an answer: the one that was given for it before, else a new one, which stays for ever. Anybody may ask; only new ones are
 * counted against whoever asks, by network address.
 */
export async function giveReceipt(asker: string, document: AnswerDocument): Promise<Result<GivenReceipt>> {
  const id = receiptIdOf(document);
  const known = await findReceipt(id);
  if (known) return ok({ id, jws: known.jws });

  const key = signingKey();
  if (!key) return refuse({ code: "receiptsNotGiven" });
  const { allowed } = await countTry("receipt", asker);
  if (!allowed) return refuse({ code: "tooManyReceipts" });
  const { kid, publicKey } = key;
  await db.transaction(async (tx) => {
    await tx.insert(receiptKeys).values({ kid, publicKey, firstUsedAt: now() }).onConflictDoNothing();
    const jws = signReceipt(document, key);
    await tx.insert(receipts).values({ id, organisationId: document.question.provider.id, kid, jws, givenAt: now() }).onConflictDoNothing();
  });
  // Somebody may have asked at the same time, of a process with another key: what is kept is what is given.
  const kept = await findReceipt(id);
  return kept ? ok({ id, jws: kept.jws }) : refuse({ code: "receiptsNotGiven" });
}
