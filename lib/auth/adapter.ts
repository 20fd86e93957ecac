import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { Person } from "@/db/schema";
import { defaultLocale } from "@/lib/i18n/locales";
import { beginSignIn, endSignIn, keepPerson, keepSignInLink, linkAccount, takeSignInLink, verifyEmail } from "./sign-ins/commands";
import { findPerson, findPersonByAccount, findPersonByEmail, findSignIn } from "./sign-ins/queries";

function toUser(person: Person | undefined): AdapterUser | null {
  return person ? { id: person.id, email: person.email, name: person.name, emailVerified: person.emailVerifiedAt } : null;
}

/**
 * How next-auth reads and writes people and sessions. Our own, since sessions here also say for whom somebody acts and keep no
 * token but its hash (docs/decisions/0013-sign-in.md).
 */
export const adapter: Adapter = {
  async createUser({ email, name, emailVerified }: Omit<AdapterUser, "id">) {
    const person = await keepPerson({ email, name: name ?? "", locale: defaultLocale, isVerified: emailVerified !== null });
    const user = toUser(person);
    if (!user) throw new Error("A person was not written");
    return user;
  },
  getUser: async (id) => toUser(await findPerson(id)),
  getUserByEmail: async (email) => toUser(await findPersonByEmail(email)),
  getUserByAccount: async ({ provider, providerAccountId }) => toUser(await findPersonByAccount(provider, providerAccountId)),
  async updateUser({ id, emailVerified }) {
    if (emailVerified) await verifyEmail(id);
    const user = toUser(await findPerson(id));
    if (!user) throw new Error("There is no such person");
    return user;
  },
  async linkAccount({ userId, provider, providerAccountId }: AdapterAccount) {
    await linkAccount(userId, provider, providerAccountId);
  },
  async createSession({ sessionToken, userId, expires }) {
    await beginSignIn(userId, sessionToken, expires);
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const found = await findSignIn(sessionToken);
    const user = toUser(found?.person);
    return found && user ? { session: { sessionToken, userId: user.id, expires: found.expiresAt }, user } : null;
  },
  // A session ends when it was said to: it is not drawn out by being used.
  updateSession: async () => null,
  async deleteSession(sessionToken) {
    await endSignIn(sessionToken);
  },
  async createVerificationToken({ identifier, token, expires }) {
    await keepSignInLink(identifier, token, expires);
    return { identifier, token, expires };
  },
  async useVerificationToken({ identifier, token }) {
    const taken = await takeSignInLink(identifier, token);
    return taken ? { identifier, token, expires: taken.expiresAt } : null;
  },
};
