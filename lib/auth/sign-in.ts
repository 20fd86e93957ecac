import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { cookieNames, cookieOptions } from "./cookies";
import { authOptions } from "./options";
import { newSecret } from "./secret";

/** next-auth's own door: here only what browsers come back to, the callbacks. */
export const handler: (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response> =
  NextAuth(authOptions);

/**
 * Begins a sign-in from one of our own forms, so that it works without JavaScript: what next-auth's own page would post is posted
 * here, within the process. Answers where the browser is to go; its cookies are set.
 */
export async function beginSignInWith(way: string, fields: { email?: string; callbackUrl: string }): Promise<string> {
  const jar = await cookies();
  const csrfToken = newSecret();
  const hash = createHash("sha256").update(`${csrfToken}${authOptions.secret}`).digest("hex");
  jar.set(cookieNames.csrf, `${csrfToken}|${hash}`, cookieOptions);

  const body = new URLSearchParams({ csrfToken, ...fields });
  const request = new NextRequest(`${env.SITE_URL}/api/auth/signin/${way}`, { method: "POST", body });
  const answer = await handler(request, { params: Promise.resolve({ nextauth: ["signin", way] }) });
  for (const { name, value, options } of readCookies(answer)) jar.set(name, value, options);
  return answer.headers.get("location") ?? `${env.SITE_URL}/sign-in?error=Signin`;
}

function readCookies(answer: Response) {
  return answer.headers.getSetCookie().map((line) => {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const at = pair.indexOf("=");
    const expires = attributes.find((one) => /^expires=/i.test(one))?.slice("expires=".length);
    return {
      name: pair.slice(0, at),
      value: decodeURIComponent(pair.slice(at + 1)),
      options: { ...cookieOptions, ...(expires ? { expires: new Date(expires) } : {}) },
    };
  });
}
