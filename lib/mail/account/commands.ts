import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { type MemberRole, people, type Texts } from "@/db/schema";
import { today } from "@/lib/clock";
import { type AccountTold, accountMail } from "@/lib/mail/account";
import { queueMail } from "@/lib/mail/commands";
import { nameOn } from "@/lib/providers/names/queries";

/** Mails somebody what was done with their account, once this transaction commits. */
export async function tellOfAccount(tx: Transaction, personId: string, told: AccountTold): Promise<void> {
  const [person] = await tx.select({ to: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  if (person) await queueMail(tx, accountMail(person, told));
}

/** Mails somebody their new role in a team, or that they are in it no longer (`role` is null). */
export async function tellOfMembership(
  tx: Transaction,
  { personId, organisationId, role }: { personId: string; organisationId: string; role: MemberRole | null },
): Promise<void> {
  const [row] = await tx.execute<{ name: Texts | null }>(sql`select ${nameOn(sql`${organisationId}::uuid`, today())} as name`);
  const organisation = row?.name ?? {};
  await tellOfAccount(tx, personId, role ? { what: "roleChanged", organisation, role } : { what: "membershipEnded", organisation });
}
