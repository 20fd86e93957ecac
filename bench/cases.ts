import { client } from "@/db";
import { cookieNames } from "@/lib/auth/cookies";
import { fillCases } from "./cases/fill";
import { tokenOf } from "./cases/office";
import { type Asked, casePages, lists } from "./cases/pages";
import { figure, median } from "./figures";
import { ask, untilCalm } from "./http";

/** The desk of an authority that has three thousand cases of every kind: each page several times, one after the other. */
const site = (process.env.BENCH_SITE ?? "").split(",")[0] ?? "";
const rounds = 5;

async function tell({ as, path }: Asked): Promise<void> {
  const headers = as ? { cookie: `${cookieNames.session}=${tokenOf(as)}` } : {};
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < rounds; round++) {
    const answer = await ask(`${site}/en/${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} to ${as ?? "the public"}`);
    times.push(answer.milliseconds);
    size = answer.body.length;
  }
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "…");
  figure(name, median(times), "ms", `${(size / 1000).toFixed(0)} kB, ${as ?? "public"}`);
}

await fillCases(Number(process.env.BENCH_CASES ?? 3000), console.log);
await untilCalm(site);
for (const page of [...lists, ...(await casePages())]) await tell(page);
await client.end();
