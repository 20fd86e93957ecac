import type { AuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import type { OAuthConfig, OAuthUserConfig } from "next-auth/providers/oauth";
import { env, type OidcProvider } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { logger } from "@/lib/log";
import { canMail, sendMail } from "@/lib/mail/mail";
import { signInLinkMail } from "@/lib/mail/sign-in-link";
import { adapter } from "./adapter";
import { cookieNames, cookieOptions, isSecure } from "./cookies";
import { findPersonByEmail } from "./sign-ins/queries";

const log = logger("sign-in");

/** A link by e-mail holds this long. */
const linkMinutes = 30;
/** A session ends a week after sign-in, used or not. */
export const sessionSeconds = 7 * 24 * 60 * 60;

type Profile = { sub: string; email?: string; email_verified?: boolean; name?: string };

/** The claims of a token that next-auth has verified before. */
function claimsOf(token: string | undefined): Record<string, unknown> {
  return token ? JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) : {};
}

/** Any issuer of OpenID Connect, found by its own description (OpenID Connect Discovery 1.0). */
function oidc({ id, name, issuer, clientId, clientSecret, trustEmail }: OidcProvider): OAuthConfig<Profile> & OAuthUserConfig<Profile> {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    // Issuers differ in what stands in the token and what only at the userinfo endpoint (OpenID Connect Core 5.4): both are read.
    userinfo: {
      request: async ({ tokens, client }) => ({ ...claimsOf(tokens.id_token), ...(await client.userinfo(tokens.access_token ?? "")) }),
    },
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    allowDangerousEmailAccountLinking: trustEmail,
    profile: ({ sub, email, name: called }) => ({ id: sub, email: email?.toLowerCase() ?? "", name: called ?? "" }),
  };
}

/** Where the mailed link leads: a page with a button, since mail scanners follow links and would use a one-time link up. */
function confirmationUrl(callback: string): { url: string; locale: string } {
  const params = new URL(callback).searchParams;
  const to = new URL(params.get("callbackUrl") ?? "/", env.SITE_URL);
  const named = to.pathname.split("/")[1];
  const locale = isLocale(named) ? named : defaultLocale;
  const query = new URLSearchParams({ token: params.get("token") ?? "", email: params.get("email") ?? "", to: to.pathname + to.search });
  return { url: `${env.SITE_URL}/${locale}/sign-in/link?${query}`, locale };
}

const email: EmailConfig & { options: Record<string, never> } = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: env.MAIL_FROM,
  maxAge: linkMinutes * 60,
  normalizeIdentifier: (address: string) => address.trim().toLowerCase(),
  async sendVerificationRequest({ identifier, url }) {
    const { url: link, locale } = confirmationUrl(url);
    const person = await findPersonByEmail(identifier);
    // Whoever is suspended is told nothing that others are not, and gets no link.
    if (person?.suspendedAt) return;
    await sendMail(signInLinkMail({ to: identifier, url: link, minutes: linkMinutes, locale: isLocale(locale) ? locale : defaultLocale }));
  },
  options: {},
};

process.env.NEXTAUTH_URL ??= env.SITE_URL;

/** Sign-in by next-auth: sessions are in the database, and every page of it is one of ours. */
export const authOptions: AuthOptions = {
  adapter,
  secret: env.AUTH_SECRET ?? "",
  session: { strategy: "database", maxAge: sessionSeconds },
  providers: [...env.OIDC_PROVIDERS.map(oidc), ...(canMail ? [email] : [])],
  pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in" },
  useSecureCookies: isSecure,
  cookies: {
    sessionToken: { name: cookieNames.session, options: cookieOptions },
    csrfToken: { name: cookieNames.csrf, options: cookieOptions },
    callbackUrl: { name: cookieNames.callback, options: cookieOptions },
    state: { name: `${cookieNames.check}.state`, options: { ...cookieOptions, maxAge: 900 } },
    nonce: { name: `${cookieNames.check}.nonce`, options: { ...cookieOptions, maxAge: 900 } },
    pkceCodeVerifier: { name: `${cookieNames.check}.pkce`, options: { ...cookieOptions, maxAge: 900 } },
  },
  callbacks: {
    async signIn({ user, account, profile }) {
      if (!user.email) return false;
      const person = await findPersonByEmail(user.email);
      if (person?.suspendedAt) return false;
      // An address that the issuer does not vouch for could be anybody's.
      return account?.type !== "oauth" || (profile as Profile | undefined)?.email_verified === true;
    },
    redirect: ({ url }) => (url.startsWith("/") || url.startsWith(`${env.SITE_URL}/`) ? new URL(url, env.SITE_URL).href : env.SITE_URL),
  },
  logger: {
    error: (code, metadata) => log.error({ code, metadata }, "sign-in failed"),
    warn: (code) => log.debug({ code }, "sign-in"),
    debug: () => undefined,
  },
};

/** How one can sign in here. */
export const signInWays = {
  oidc: env.OIDC_PROVIDERS.map(({ id, name }) => ({ id, name })),
  email: canMail,
};
