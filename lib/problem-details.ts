/** A refusal as RFC 9457 problem details. `type` is the address that explains the kind of problem. */
export function problem(status: number, title: string, detail: string): Response {
  return Response.json({ type: "about:blank", title, status, detail }, { status, headers: { "content-type": "application/problem+json" } });
}
