import { z } from "zod";
import type { MemberRole } from "@/db/schema";
import { isLocale, type Locale } from "@/lib/i18n/locales";

/** Every role there is, whatever the organisation. */
export const roles: readonly MemberRole[] = [
  "viewer",
  "editor",
  "manager",
  "counsellor",
  "lead-counsellor",
  "registrar",
  "auditor",
  "analyst",
  "administrator",
  "assessor",
];

const role = z.string().refine((value): value is MemberRole => roles.some((one) => one === value), "valueNotAccepted");

export const roleInput = z.object({ role });

export const inviteInput = z.object({
  email: z.string().trim().toLowerCase().max(254, "emailNotUnderstood").pipe(z.email("emailNotUnderstood")),
  role,
  /** The language of the mail. */
  locale: z.string().refine((value): value is Locale => isLocale(value), "valueNotAccepted"),
});

export type InviteInput = z.output<typeof inviteInput>;
