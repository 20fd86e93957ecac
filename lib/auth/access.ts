import type { Permission } from "./permissions";

/** What an address or a form asks of whoever comes: nothing, that they are signed in, or a right of the table (permissions.ts). */
export type Access = "public" | "person" | Permission;

/** Every page, by its folder in app/. A test fails where one is missing here, and tries each as every role. */
export const pages: Record<string, Access> = {
  "/[locale]": "public",
  "/[locale]/[...rest]": "public",
  "/[locale]/about": "public",
  "/[locale]/accessibility": "public",
  "/[locale]/account": "person",
  "/[locale]/failure/[code]": "public",
  "/[locale]/manage": "person",
  "/[locale]/offerings": "public",
  "/[locale]/offerings/[slug]": "public",
  "/[locale]/offerings/[slug]/history": "public",
  "/[locale]/privacy": "public",
  "/[locale]/providers": "public",
  "/[locale]/providers/[slug]": "public",
  "/[locale]/sign-in": "public",
  "/[locale]/sign-in/link": "public",
};

/** Every server action, by the page that shows its form. */
export const actions: Record<string, Access> = {
  "/[locale]/account actForAction": "person",
  "/[locale]/account keepProfileAction": "person",
  "/[locale]/account signOutAction": "public",
  "/[locale]/account signOutElsewhereAction": "person",
  "/[locale]/sign-in sendLinkAction": "public",
  "/[locale]/sign-in signInAsInventedAction": "public",
  "/[locale]/sign-in signInWithAction": "public",
};

/** Every other address, by method. */
export const routes: Record<string, Access> = {
  "GET /api/auth/[...nextauth]": "public",
  "GET /api/health": "public",
  "GET /api/ready": "public",
  "GET /api/v1/offerings": "public",
  "GET /api/v1/offerings/[id]": "public",
  "GET /api/v1/search": "public",
  "GET /sitemap.xml": "public",
  "GET /sitemaps/[page]": "public",
};
