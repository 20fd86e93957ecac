import { z } from "zod";
import { locales } from "@/lib/i18n/locales";

export const signInInput = z.object({ email: z.string().trim().pipe(z.email("emailNotUnderstood")) });

export const profileInput = z.object({
  name: z.string().trim().min(1, "textMissing").max(200, "nameTooLong"),
  locale: z.string().refine((value) => locales.some((locale) => locale === value), "valueNotAccepted"),
});

export type ProfileInput = z.output<typeof profileInput>;

/** Where to go after sign-in: an address of this site, and nothing that leads elsewhere. */
export function safeReturn(to: string | undefined, fallback: string): string {
  return to?.startsWith("/") && !to.startsWith("//") && !/[\\\s]/.test(to) ? to : fallback;
}
