import { createHash } from "node:crypto";

type Text = { body: string; type: string; modified?: Date | undefined; headers?: Record<string, string> };

/**
 * A text for machines that ask again and again: they are told 304 while it is what they have (RFC 9110). The tag decides where both are sent,
 * since two changes can come within one second.
 */
export function conditionalAnswer(request: Request, { body, type, modified, headers = {} }: Text): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const known: Record<string, string> = { etag, ...(modified ? { "last-modified": modified.toUTCString() } : {}), ...headers };
  const [tags, since] = [request.headers.get("if-none-match"), request.headers.get("if-modified-since")];
  const isKnown = tags === null ? isNotNewer(modified, since) : tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  if (isKnown) return new Response(null, { status: 304, headers: known });
  return new Response(body, { headers: { ...known, "content-type": type } });
}

function isNotNewer(modified: Date | undefined, since: string | null): boolean {
  const known = since === null ? Number.NaN : Date.parse(since);
  return modified !== undefined && !Number.isNaN(known) && Math.floor(modified.getTime() / 1000) * 1000 <= known;
}
