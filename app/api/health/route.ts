/** The process is up; whether it can do its work, `/api/ready` says. */
export function GET(): Response {
  return Response.json({ status: "up" });
}
