import { boundsOn } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Coverage } from "@/lib/offerings/coverage";
import { shownMark } from "@/lib/offerings/field-rules";
import { nextStep, problemsWithPublishing } from "@/lib/offerings/publication";
import type { Problem } from "@/lib/result";

export type PublishingState = {
  id: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  live: { number: number; content: OfferingContent } | null;
  pending: { content: OfferingContent } | null;
};

/** Why the next state cannot be published on a day, or not as it was shown: also that nothing covers it then. */
export function problemsWithNext(held: PublishingState, shown: string, day: Day, coverage: Coverage): Problem[] {
  const { id, status, live, pending } = held;
  if (status === "archived") return [{ code: "archivedIsFinal" }];
  if (status === "withdrawn") return [{ code: "withdrawnFirst" }];
  if (!pending) return [{ code: "nothingToPublish" }];
  if (shownMark(live?.number ?? null, pending.content) !== shown) return [{ code: "changedMeanwhile" }];
  const step = nextStep(live?.content ?? null, pending.content);
  if (step === "unchanged") return [{ code: "nothingToPublish" }];
  return [...problemsWithContent(pending.content, day), ...coverage(step === "new-offering" ? null : id, pending.content)];
}

/** What the content lacks, or has outside the bounds of a microcredential that hold on the day. */
export function problemsWithContent(content: OfferingContent, day: Day): Problem[] {
  const bounds = boundsOn(day);
  const outside = bounds && content.ects !== null && (content.ects < bounds.ectsMin || content.ects > bounds.ectsMax);
  return [...problemsWithPublishing(content), ...(outside ? [{ code: "ectsOutOfBounds" as const, field: "ects" }] : [])];
}
