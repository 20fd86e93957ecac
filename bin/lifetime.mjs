import { endCommands } from "./child.mjs";
import { explain } from "./progress.mjs";

/** What one run has started, and its end: asked for by Ctrl-C, brought by a failure, or reached. */
export function newLifetime() {
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  let over = false;

  return {
    get isOver() {
      return over;
    },
    /**
     * What gets ready while the end is under way is stopped at once.
     * @param {() => Promise<void>} stop
     */
    async stopAtEnd(stop) {
      if (over) await stop();
      else stops.push(stop);
    },
    /**
     * Stops all, the last started first.
     * @param {Promise<unknown>} [work] is waited for, as it may be in the midst of starting something
     */
    async end(work) {
      over = true;
      await endCommands();
      for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(explain);
      await work?.catch(() => {});
    },
  };
}
