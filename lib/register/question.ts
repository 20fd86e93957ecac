import { z } from "zod";
import type { Day } from "@/lib/days/days";
import { problemsOf } from "@/lib/form";
import { ok, type Result, refuse } from "@/lib/result";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type Moment, toMoment } from "./moment";

/** Both clocks as they were asked: a day on which it holds, and a day or moment at which the register knew it; null is now. */
export type Clocks = { validOn: Day; asKnownOn: Day | Moment | null };

export type Question = Clocks & { eqf: number | null; field: string | null };

const present = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
/** What registers have known, and what they may have to know: Postgres and people read such days alike. */
const day = z.iso
  .date({ error: "dayNotUnderstood", abort: true })
  .refine((value) => value >= "1900-01-01" && value <= "2199-12-31", "dayBeyondRegister");

const shape = {
  eqf: z.preprocess(
    present,
    z
      .string()
      .regex(/^[1-8]$/, "eqfNotUnderstood")
      .transform(Number)
      .optional(),
  ),
  field: z.preprocess(
    present,
    z
      .string()
      .refine((code) => isCode("fields", code), "fieldNotUnderstood")
      .optional(),
  ),
  validOn: z.preprocess(present, day.optional()),
  asKnownOn: z.preprocess(
    present,
    z
      .string()
      .transform((text, context) => {
        if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
          const parsed = day.safeParse(text);
          if (parsed.success) return parsed.data;
        } else {
          const moment = toMoment(text);
          if (moment) return moment;
        }
        context.addIssue({ code: "custom", message: "momentNotUnderstood" });
        return z.NEVER;
      })
      .optional(),
  ),
};

export const questionParameters = Object.keys(shape);
const questionInput = z.object(shape);

type Now = { today: Day; now: Moment };

/**
 * Reads a question from an address. What makes no sense is refused and never passed over: another day would be another answer. Today, as
 * the day of what is known, is now; what will be known on a day to come nobody can say.
 */
export function parseQuestion(given: Record<string, string | undefined>, { today, now }: Now): Result<Question> {
  const parsed = questionInput.safeParse(given);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { eqf = null, field = null, validOn = today, asKnownOn } = parsed.data;
  const isLater = asKnownOn !== undefined && (asKnownOn.length === 10 ? asKnownOn > today : asKnownOn > now);
  if (isLater) return refuse({ code: "knownInFuture", field: "asKnownOn" });
  return ok({ eqf, field, validOn, asKnownOn: asKnownOn === undefined || asKnownOn === today ? null : asKnownOn });
}

/** The parameters of a question in an address, those that say nothing left out. */
export function questionParams({ eqf, field, validOn, asKnownOn }: Partial<Question>): URLSearchParams {
  const params = new URLSearchParams();
  if (eqf) params.set("eqf", String(eqf));
  if (field) params.set("field", field);
  if (validOn) params.set("validOn", validOn);
  if (asKnownOn) params.set("asKnownOn", asKnownOn);
  return params;
}
