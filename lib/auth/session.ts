import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { address } from "@/lib/i18n/address";
import { actorOf } from "./actor";
import { cookieNames, cookieOptions } from "./cookies";
import { callerOf } from "./limits/caller";
import type { Actor } from "./permissions";
import { endSignIn } from "./sign-ins/commands";
import { findSignedIn, type SignedIn } from "./sign-ins/queries";

/** The token of this browser's session. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieNames.session)?.value;
}

/** Who asks, asked of the database once a request: a session that was ended elsewhere has ended here. */
export const findPerson = cache(async (): Promise<SignedIn | undefined> => {
  const token = await sessionToken();
  return token ? await findSignedIn(token) : undefined;
});

/** Who asks; whoever is not signed in does so first, and comes back to `path` (after the language). */
export async function requirePerson(path = "manage"): Promise<SignedIn> {
  const person = await findPerson();
  if (person) return person;
  const locale = await getLocale();
  return redirect(address(locale, `sign-in?${new URLSearchParams({ to: address(locale, path) })}`));
}

/** Whoever asks, as who they act here: what commands and queries take. */
export async function requireActor(path?: string): Promise<Actor> {
  return actorOf(await requirePerson(path));
}

/** The network address that asks, as the proxy in front says it, for limits only: it is kept nowhere else. */
export async function networkAddress(): Promise<string> {
  return callerOf(await headers());
}

export async function keepSession(token: string, expiresAt: Date): Promise<void> {
  (await cookies()).set(cookieNames.session, token, { ...cookieOptions, expires: expiresAt });
}

/** Signs out here, and tells the browser to forget. */
export async function dropSession(): Promise<void> {
  const token = await sessionToken();
  if (token) await endSignIn(token);
  (await cookies()).delete(cookieNames.session);
}

/** Keeps a secret that is told once for the next pages of this browser: no address and no database may hold it. */
export async function keepHandover(text: string): Promise<void> {
  (await cookies()).set(cookieNames.handover, text, { ...cookieOptions, maxAge: 15 * 60 });
}

export async function findHandover(): Promise<string | undefined> {
  return (await cookies()).get(cookieNames.handover)?.value;
}

export async function dropHandover(): Promise<void> {
  (await cookies()).delete(cookieNames.handover);
}
