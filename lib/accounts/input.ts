import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { inviteInput } from "@/lib/team/input";

export const signInInput = z.object({ email: z.string().trim().pipe(z.email("emailNotUnderstood")) });

export const profileInput = z.object({
  name: z.string().trim().min(1, "textMissing").max(200, "nameTooLong"),
  locale: z.string().refine((value) => locales.some((locale) => locale === value), "valueNotAccepted"),
});

export const suspendInput = z.object({
  reason: z
    .string()
    .transform((given) => given.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, "textMissing").max(2000, "applicationTextTooLong")),
});

/** An invitation to the team of another organisation, known by its slug or whole name. */
export const inviteToTeamInput = inviteInput.extend({ organisation: z.string().trim().min(1, "textMissing").max(300, "nameTooLong") });

export type ProfileInput = z.output<typeof profileInput>;

/** Where to go after sign-in: an address of this site, and nothing that leads elsewhere. */
export function safeReturn(to: string | undefined, fallback: string): string {
  return to?.startsWith("/") && !to.startsWith("//") && !/[\\\s]/.test(to) ? to : fallback;
}
