import postgres from "postgres";

/** The number of the advisory lock that says "a worker lives". */
export const workerLock = 77_110_412;

/** How often a worker makes sure that it still holds its lock: a database that was restarted has forgotten it. */
const every = 5000;

/** Shows that this worker lives, for as long as its process does: the database lets go of the lock when the connection ends. */
export function showPresence(databaseUrl: string): () => Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined, idle_timeout: 0, max_lifetime: null });
  const hold = () =>
    client`select pg_advisory_lock_shared(${workerLock}::bigint) where not exists (
      select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())`.catch(() => undefined);
  const timer = setInterval(hold, every);
  void hold();
  return async () => {
    clearInterval(timer);
    await client.end({ timeout: 1 });
  };
}
