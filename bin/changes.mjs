import postgres from "postgres";

/** Offerings of which the index took up something and that are told one by one; whoever looks less often takes them for a change of everything. */
const mostTakenUp = 2000;

/** Enough for every offering and organisation of a country; beyond it all is taken for changed. */
const mostSources = 500_000;

/**
 * Follows what is written to the database, by its own account of which transactions are over (`pg_current_snapshot`): what triggers have told
 * (db/migrations/0017) in transactions that the last look did not see. One question for all requests that wait: each is answered by a
 * question put after it came in.
 * @param {string} databaseUrl
 */
export function followChanges(databaseUrl) {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "cairn pages" } });
  /** @type {Map<string, number>} */
  const changedAt = new Map();
  /** @type {{ offering: string, what: string, moment: number }[]} */
  const takenUp = [];
  /** @type {string | null} */
  let snapshot = null;
  let moment = 0;
  /** What was drawn before it may have changed in any way. */
  let unknownUntil = 0;

  async function look() {
    try {
      const [seen] = await client`
        select pg_current_snapshot()::text as snapshot,
          pg_snapshot_xmin(${snapshot}::pg_snapshot) > (select xid from changes order by xid limit 1) as "isAll",
          (select array_agg(distinct source) from changes
            where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)) as sources`;
      if (seen?.snapshot === snapshot) return moment;
      moment += 1;
      for (const source of seen?.sources ?? []) note(source);
      // What was told before the oldest that is still there may have been forgotten unseen.
      if (snapshot === null || seen?.isAll === false || changedAt.size > mostSources) forget();
      snapshot = seen?.snapshot;
      return moment;
    } catch (error) {
      // A database that was restarted from what it had on disk may count its transactions from an earlier one.
      moment += 1;
      snapshot = null;
      forget();
      throw error;
    }
  }

  function note(/** @type {string} */ source) {
    const [what, offering] = source.split(" ");
    if (!what || !["added", "changed", "sessions"].includes(what) || !offering) return changedAt.set(source, moment);
    takenUp.push({ offering, what, moment });
    if (takenUp.length > mostTakenUp) changedAt.set("index", takenUp.shift()?.moment ?? moment);
  }

  function forget() {
    changedAt.clear();
    takenUp.length = 0;
    unknownUntil = moment;
  }

  return {
    /** The moment up to which changes are known; another one means that something was written. */
    now: shared(look),
    /**
     * The offerings that the index took up since a moment: those that are new in it, those that are other ones or gone, and those of which
     * nothing changed but sessions.
     * @param {number} since
     */
    takenUpSince(since) {
      const after = takenUp.filter(({ moment }) => moment > since);
      const of = (/** @type {string} */ kind) => after.filter(({ what }) => what === kind).map(({ offering }) => offering);
      return { added: of("added"), changed: of("changed"), sessions: of("sessions") };
    },
    /**
     * Whether nothing was written since a moment to these sources; where none are named, nothing at all.
     * @param {number} since
     * @param {string[] | undefined} sources
     */
    isUnchanged(since, sources) {
      if (since === moment) return true;
      return sources !== undefined && since >= unknownUntil && sources.every((source) => (changedAt.get(source) ?? 0) <= since);
    },
  };
}

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {() => Promise<T>}
 */
function shared(ask) {
  /** @type {Promise<T> | undefined} */
  let asking;
  /** @type {Promise<T> | undefined} */
  let next;
  const start = () => {
    asking = ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return async () => {
    if (next) return next;
    if (!asking) return start();
    next = asking
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
