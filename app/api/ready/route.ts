import { readiness } from "@/lib/operations/queries";

/** 200 when database, search and worker all answer; else 503 with the state of each. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const ready = Object.values(state).every(({ ok }) => ok);
  return Response.json({ ready, ...state }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
