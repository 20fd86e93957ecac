"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { safeReturn, signInInput } from "@/lib/accounts/input";
import { action, formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { sessionSeconds, signInWays } from "@/lib/auth/options";
import { newSecret } from "@/lib/auth/secret";
import { keepSession, networkAddress } from "@/lib/auth/session";
import { beginSignInWith } from "@/lib/auth/sign-in";
import { signInAsInvented } from "@/lib/demonstration/people/commands";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";

export const sendLinkAction = formAction([given.text], async (to, form) => {
  const input = parseForm(signInInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const email = input.value.email.toLowerCase();
  const tries = await Promise.all([countTry("sign-in.email", email), countTry("sign-in.address", await networkAddress())]);
  if (tries.some(({ allowed }) => !allowed)) return sendBack(form, [{ code: "tooManyTries", field: "email" }]);

  const locale = await getLocale();
  const answer = new URL(await beginSignInWith("email", { email, callbackUrl: safeReturn(to, address(locale, "manage")) }));
  if (answer.searchParams.get("error") === "EmailSignin") return sendBack(form, [{ code: "mailNotSent", field: "email" }]);
  // Whoever may not sign in is told the same: whether an address has an account is nobody else's business.
  return redirect(address(locale, `sign-in?${new URLSearchParams({ sent: email, to })}`));
});

export const signInWithAction = action([given.text, given.text], async (way, to) => {
  const locale = await getLocale();
  const { allowed } = await countTry("sign-in.address", await networkAddress());
  if (!allowed || !signInWays.oidc.some(({ id }) => id === way)) redirect(address(locale, "sign-in?error=Other"));
  redirect(await beginSignInWith(way, { callbackUrl: safeReturn(to, address(locale, "manage")) }));
});

export const signInAsInventedAction = action([given.id, given.text], async (personId, to) => {
  const locale = await getLocale();
  const token = newSecret();
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
  const signedIn = await signInAsInvented(personId, token, expiresAt);
  if (!signedIn.ok) redirect(address(locale, "sign-in?error=AccessDenied"));
  await keepSession(token, expiresAt);
  redirect(safeReturn(to, address(locale, "manage")));
});
