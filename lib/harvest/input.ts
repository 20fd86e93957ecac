import { z } from "zod";
import { formats } from "./formats";
import { webAddress } from "./guarded-fetch";

const days = "graceDaysNotUnderstood";

export const feedInput = z.object({
  name: z.string().trim().min(1, "textMissing").max(200, "nameTooLong"),
  url: z
    .string()
    .trim()
    .max(2000, "feedAddressNotUnderstood")
    .refine((address) => webAddress(address) !== undefined, "feedAddressNotUnderstood"),
  format: z.enum(formats),
  /** The name of a mapping that was saved for files; empty where the feed's columns need none. */
  mapping: z.string().max(200).default(""),
  schedule: z.enum(["hourly", "daily", "weekly", "by-hand"]),
  graceDays: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, days)
    .transform(Number)
    .pipe(z.number().max(365, days)),
});

export type FeedInput = z.output<typeof feedInput>;

/** What of a feed's mapping is kept: the name alone, so that a better mapping under it is used from the next run on. */
export const keptMapping = z.object({ name: z.string() }).nullable().catch(null);
