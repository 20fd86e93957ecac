import { findOpenOffering } from "@/lib/open-data/queries";
import { problem } from "@/lib/problem-details";

const reasons = {
  "not-registered": "Its provider is no longer registered.",
  restricted: "A decision of the authority hides it.",
  suspended: "Its provider is suspended.",
  lapsed: "The accreditation that covered it has lapsed.",
  "not-yet": "It is not to be seen yet.",
  "out-of-scope": "No accreditation of its provider covers it.",
};

/** One offering by id or slug. What has left the catalogue answers 410 and why; its page stays, since credentials point at it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const offering = await findOpenOffering(id);
  if (!offering) return problem(404, "No such offering", `There is no published offering ${id}.`);

  if (offering.status !== "published")
    return problem(410, "Withdrawn", "Its provider has withdrawn this offering or replaced it by another.");
  const { standing } = offering;
  if (!standing.visible) {
    const day = standing.since ? ` ${standing.why === "not-yet" ? "From" : "Since"} ${standing.since}.` : "";
    return problem(410, "Not in the catalogue", `${reasons[standing.why]}${day}`);
  }

  const { setting, providerId, nuts, status, content, standing: _standing, ...rest } = offering;
  const { translatedFrom: _translatedFrom, ...said } = content;
  return Response.json({ ...rest, ...said, accreditation: standing.accreditation, warning: standing.warning });
}
