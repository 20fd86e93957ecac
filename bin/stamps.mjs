import postgres from "postgres";

/**
 * Tells what has been written to the database so far: another stamp means that something was. One question for all requests that wait:
 * each is answered by a question put after it came in.
 * @param {string} databaseUrl
 * @returns {() => Promise<string>}
 */
export function newStamps(databaseUrl) {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "cairn pages" } });
  const ask = async () => String((await client`select pg_current_snapshot()::text as stamp`)[0]?.stamp);
  /** @type {Promise<string> | undefined} */
  let asking;
  /** @type {Promise<string> | undefined} */
  let next;

  return async () => {
    if (next) return next;
    if (asking) {
      next = asking
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    }
    return start();
  };

  function start() {
    asking = ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }
}
