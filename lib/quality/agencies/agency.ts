import { fold } from "@/lib/imports/fold";
import type { SaidActivity } from "@/lib/interop/deqar/said";
import type { KnownActivity, KnownAgency } from "./queries";

/** The agency that a file means, by acronym or DEQAR number. */
export function agencyNamed(agencies: KnownAgency[], said: string): KnownAgency | undefined {
  if (/^\d{1,9}$/.test(said)) return agencies.find(({ deqarId }) => deqarId === Number(said));
  return agencies.find(({ acronym }) => fold(acronym) === fold(said));
}

/** The activity that a report means: a number is anybody's, a name is one of its agency. What is not known stays as the file calls it. */
export function activityNamed(agencies: KnownAgency[], agency: KnownAgency, { by, value }: SaidActivity): KnownActivity {
  const known =
    by === "id"
      ? agencies.flatMap(({ activities }) => activities).find(({ activityId }) => activityId === Number(value))
      : agency.activities.find(({ name }) => fold(name).replace(/\.$/, "") === fold(value).replace(/\.$/, ""));
  return (
    known ?? { activityId: by === "id" ? Number(value) : null, name: by === "id" || by === "group" ? `DEQAR ${value}` : value, type: null }
  );
}
