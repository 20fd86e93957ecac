import { answerPublicly, readParameters, refusePublicly } from "@/lib/api/public-endpoint";
import { findFrame, findPlan, listDrawnAtRandom } from "@/lib/audits/plans/view/queries";
import { ok } from "@/lib/result";

/** A plan with all that one needs to draw its random sample again, and whom it drew. */
export async function getAuditPlan(request: Request, slug: string): Promise<Response> {
  return await answerPublicly(request, async () => {
    const given = readParameters(new URL(request.url), []);
    if (!given.ok) return given;
    const plan = await findPlan(slug);
    if (!plan) return { ok: false, problems: [{ code: "auditPlanUnknown" }] };
    const { title, aim, startsOn, endsOn, standards, draws, random, risk, frameSize, frameSha256, quotas, seed, seedDay, seedSource } =
      plan;
    return ok({
      slug,
      authority: plan.authoritySlug,
      title,
      aim,
      startsOn,
      endsOn,
      standards,
      draws,
      random,
      risk,
      announcedAt: plan.announcedAt.toISOString(),
      frame: { path: `/api/v1/audits/${slug}/frame`, size: frameSize, sha256: frameSha256 },
      quotas,
      seed,
      seedFrom: seedSource !== null ? { outside: seedSource } : seedDay ? { checkpoint: `/api/v1/log/checkpoints/${seedDay}` } : null,
      drawnAt: plan.drawnAt?.toISOString() ?? null,
      sample: await listDrawnAtRandom(plan),
    });
  });
}

/** What is drawn from, byte for byte as it was announced. */
export async function getAuditFrame(request: Request, slug: string): Promise<Response> {
  const frame = await findFrame(slug);
  if (frame === undefined) return refusePublicly(request, [{ code: "auditPlanUnknown" }]);
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `inline; filename="${slug}.txt"`,
    "cache-control": "public, max-age=3600",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  };
  return new Response(frame, { headers });
}
