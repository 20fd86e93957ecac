import { env } from "@/lib/env";

/** Where the public reaches the site by HTTPS, its cookies are for this host and HTTPS alone (RFC 6265bis, `__Host-`). */
export const isSecure = env.SITE_URL.startsWith("https:");

const named = (name: string) => `${isSecure ? "__Host-" : ""}cairn.${name}`;

export const cookieNames = {
  session: named("session"),
  csrf: named("csrf"),
  callback: named("callback"),
  check: named("check"),
  handover: named("handover"),
};

export const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
