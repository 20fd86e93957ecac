import { createHash } from "node:crypto";
import { z } from "zod";
import { listOfferings } from "@/lib/open-data/queries";
import { problem } from "@/lib/problem-details";

const input = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** All visible offerings, in pages: follow `next` until it is null. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const parsed = input.safeParse(Object.fromEntries(url.searchParams));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    return problem(400, "A parameter does not hold", faults);
  }

  const { after, limit } = parsed.data;
  const rows = await listOfferings(after, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? `${url.pathname}?${new URLSearchParams({ after: last.id, limit: String(limit) })}` : null;
  const body = JSON.stringify({ items, next });
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  return new Response(body, { headers: { "content-type": "application/json", etag } });
}
