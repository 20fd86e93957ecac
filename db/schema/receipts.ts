import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./organisations";

/** Public halves of the keys that receipts were ever signed with: a receipt must hold after its key was changed. */
export const receiptKeys = pgTable("receipt_keys", {
  /** The key's thumbprint (RFC 7638), the `kid` of a receipt. */
  kid: text().primaryKey(),
  publicKey: jsonb().$type<{ kty: "OKP"; crv: "Ed25519"; x: string }>().notNull(),
  firstUsedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** What the register answered, signed. The id is made of what the answer says, so that one answer is one receipt. Never changed. */
export const receipts = pgTable(
  "receipts",
  {
    id: text().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kid: text()
      .notNull()
      .references(() => receiptKeys.kid),
    /** Compact serialisation (RFC 7515); its payload is the question and the answer as canonical JSON. */
    jws: text().notNull(),
    /** When it was first asked for. */
    givenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.organisationId)],
);
