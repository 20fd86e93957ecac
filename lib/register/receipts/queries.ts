import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db";
import { receiptKeys, receipts } from "@/db/schema";
import type { AnswerDocument } from "@/lib/register/document";
import { signingKey } from "./key";
import { documentOf, isReceiptId, isSignedBy, type PublicKey } from "./receipt";

export type Receipt = {
  id: string;
  jws: string;
  kid: string;
  publicKey: PublicKey;
  givenAt: Date;
  document: AnswerDocument;
  holds: boolean;
};

/** A receipt as it was given, and whether its signature holds. */
export async function findReceipt(id: string): Promise<Receipt | undefined> {
  if (!isReceiptId(id)) return undefined;
  const [row] = await db
    .select({ jws: receipts.jws, kid: receipts.kid, givenAt: receipts.givenAt, publicKey: receiptKeys.publicKey })
    .from(receipts)
    .innerJoin(receiptKeys, eq(receiptKeys.kid, receipts.kid))
    .where(eq(receipts.id, id));
  return row && { ...row, id, document: documentOf(row.jws), holds: isSignedBy(row.jws, row.publicKey) };
}

/** Every key that receipts were or are signed with, the one in use too where it has not signed yet. */
export async function listReceiptKeys(): Promise<{ kid: string; publicKey: PublicKey }[]> {
  const kept = await db
    .select({ kid: receiptKeys.kid, publicKey: receiptKeys.publicKey })
    .from(receiptKeys)
    .orderBy(asc(receiptKeys.firstUsedAt), asc(receiptKeys.kid));
  const current = signingKey();
  return current && !kept.some(({ kid }) => kid === current.kid) ? [...kept, { kid: current.kid, publicKey: current.publicKey }] : kept;
}
