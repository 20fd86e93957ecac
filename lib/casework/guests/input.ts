import { z } from "zod";

/** Whom a registrar asks into a case, and why. */
export const guestInput = z.object({
  person: z.uuid("guestNotFree"),
  reason: z
    .string()
    .default("")
    .transform((given) => given.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, "textMissing").max(2000, "applicationTextTooLong")),
});

export type GuestInput = z.output<typeof guestInput>;
