import { z } from "zod";
import { groupOf, trailGroups, trailSubjects } from "./trail";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);
// A text can come with a null byte, which Postgres refuses.
const words = one(
  z
    .string()
    .transform((given) => given.replaceAll("\0", "").trim())
    .pipe(z.string().max(200))
    .catch(""),
);
const oneOf = (values: readonly string[]) => one(z.enum(["", ...values]).catch(""));

/**
 * What the address of the trail asks for. Days stay as they were typed: one that is none is named and not passed over, since a trail
 * that is silently wider than what was asked misleads.
 */
export const trailQuery = z.object({
  /** Who did it, or to whom it was done: a name, an address, a key's name, or the id of a person. */
  person: words,
  /** group or type of event. */
  type: oneOf([...trailGroups, ...Object.keys(groupOf)]),
  subject: oneOf(trailSubjects),
  /** The record, by what people know it by, or its id. */
  record: words,
  organisation: words,
  from: words,
  to: words,
  before: words,
});

export type TrailQuery = z.output<typeof trailQuery>;
export type TrailFilter = Omit<TrailQuery, "before">;

const isDay = (text: string) => text === "" || z.iso.date().safeParse(text).success;

export type TrailProblem = { field: "from" | "to"; code: "dayNotUnderstood" | "endsBeforeItBegins" };

/** What of the question cannot be answered. */
export function problemsWithTrail({ from, to }: Pick<TrailQuery, "from" | "to">): TrailProblem[] {
  const wrong = (["from", "to"] as const).filter((field) => !isDay({ from, to }[field]));
  if (wrong.length > 0) return wrong.map((field) => ({ field, code: "dayNotUnderstood" }));
  return from && to && to < from ? [{ field: "to", code: "endsBeforeItBegins" }] : [];
}

/** The parts of a filter that were asked, as an address has them. */
export function toParameters(filter: Partial<TrailQuery>): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
}
