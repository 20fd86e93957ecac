import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A worker as an instance runs it, with this test's database. Whoever starts it kills it. */
export function startWorker(env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/worker.ts"], {
    env: { ...process.env, DATABASE_POOL: "10", ...env },
    stdio: "ignore",
  });
}

/** As a machine that loses power does; done when it is gone. */
export async function kill(worker: ChildProcess): Promise<void> {
  worker.kill("SIGKILL");
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
}
