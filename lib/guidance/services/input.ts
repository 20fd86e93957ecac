import { z } from "zod";
import { findPlace } from "@/lib/country/country";
import { inviteInput } from "@/lib/team/input";
import { named } from "@/lib/terms/input";

const emailField = inviteInput.shape.email;

/** A new guidance service, and whoever is to lead it. */
export const serviceInput = named({
  email: emailField,
  town: z
    .string()
    .trim()
    .refine((name) => findPlace(name) !== undefined, "townUnknown"),
  leadEmail: emailField,
  /** The language of the invitation. */
  locale: inviteInput.shape.locale,
});

export const serviceEndInput = z.object({ lastDay: z.iso.date("dayNotUnderstood") });

export type ServiceInput = z.output<typeof serviceInput>;
