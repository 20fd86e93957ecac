import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./figures";
import { ask } from "./http";
import type { Visit } from "./mix";

export type Outcome = { kind: string; milliseconds: number; fault: string | null; kept: boolean };

const mostWaiting = 4000;

/**
 * Visitors arrive at a fixed rate whether or not those before have been answered. Time counts from when a visitor was due, so a
 * server that stands still cannot hide it. Ends by itself, with an error for whoever got no answer in ten seconds.
 */
export async function visitAtRate(sites: string[], visits: Visit[], rate: number): Promise<{ outcomes: Outcome[]; seconds: number }> {
  const outcomes: Outcome[] = [];
  const started = performance.now();
  const waiting = new Set<Promise<void>>();
  for (const [position, visit] of visits.entries()) {
    const due = started + (position / rate) * 1000;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    if (waiting.size >= mostWaiting) {
      outcomes.push({ kind: visit.kind, milliseconds: performance.now() - due, fault: "too many are waiting", kept: false });
      continue;
    }
    const one = arrive(sites[position % sites.length] ?? "", visit, due, outcomes).finally(() => waiting.delete(one));
    waiting.add(one);
  }
  await Promise.all(waiting);
  return { outcomes, seconds: (performance.now() - started) / 1000 };
}

async function arrive(site: string, { kind, path }: Visit, due: number, outcomes: Outcome[]): Promise<void> {
  let fault: string | null = null;
  let kept = false;
  try {
    const { status, headers } = await ask(`${site}${path}`, {
      headers: { "accept-encoding": "gzip, deflate, br, zstd", accept: "text/html,application/json" },
    });
    if (status !== 200) fault = `status ${status}`;
    kept = headers["cache-status"] !== undefined;
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  outcomes.push({ kind, milliseconds: performance.now() - due, fault, kept });
}

export function tell(outcomes: Outcome[]): string {
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const faults = outcomes.filter(({ fault }) => fault !== null);
  const kinds = Object.entries(Object.groupBy(faults, ({ fault }) => fault ?? "")).map(([fault, list]) => `${fault} × ${list?.length}`);
  const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(times, share).toFixed(0)} ms`).join(", ");
  const kept = (100 * outcomes.filter(({ kept }) => kept).length) / (outcomes.length - faults.length);
  return `${shown}, ${kept.toFixed(0)} % kept, ${faults.length} errors${kinds.length > 0 ? ` (${kinds.slice(0, 4).join("; ")})` : ""}`;
}
