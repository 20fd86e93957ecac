import { AsyncResource } from "node:async_hooks";
import { standInPage } from "./stand-in-page.mjs";

/**
 * @typedef {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => unknown} Handler
 */

/** Enough are drawn at once to have the processor busy while some wait for a server; as many wait as it draws in a few seconds. */
const usual = { atOnce: 8, mostWaiting: 250 };

/** In milliseconds: so long a moment of many visitors counts. What is drawn anew in the calm between two of them is missing in the next. */
const pressedFor = 60_000;

/**
 * Draws in the order in which visitors came, and only for those who are still there. Without it, a site that is asked for more than it can
 * draws everything at once, all of it late, most of it for visitors who have gone.
 * @param {Handler} draw
 * @param {readonly string[]} languages
 * @param {{ atOnce: number, mostWaiting: number }} [bounds]
 */
export function inTurn(draw, languages, { atOnce, mostWaiting } = usual) {
  let underWay = 0;
  let pressedAt = Number.NEGATIVE_INFINITY;
  /** @type {{ isThere: () => boolean, begin: () => void }[]} */
  const waiting = [];

  /** @type {Handler} */
  const handle = (req, res) => {
    if (underWay < atOnce) return start(req, res);
    if (waiting.length >= mostWaiting) return refuse(req, res, languages);
    return new Promise((resolve, reject) => {
      // It begins when another visit ends, and is still a part of its own.
      const begin = AsyncResource.bind(() => void start(req, res).then(resolve, reject));
      waiting.push({ isThere: () => !res.closed && !req.socket.destroyed, begin });
    });
  };
  return {
    handle,
    isBusy: () => underWay > 0,
    /** Whether half as many as may be drawn at once are, or were within the last minute. */
    isPressed: () => underWay >= atOnce / 2 || performance.now() - pressedAt <= pressedFor,
  };

  /**
   * @param {import("node:http").IncomingMessage} req
   * @param {import("node:http").ServerResponse} res
   */
  async function start(req, res) {
    underWay += 1;
    if (underWay >= atOnce / 2) pressedAt = performance.now();
    res.once("close", () => {
      underWay -= 1;
      next();
    });
    await draw(req, res);
  }

  function next() {
    while (underWay < atOnce) {
      const first = waiting.shift();
      if (!first) return;
      if (first.isThere()) first.begin();
    }
  }
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 * @param {readonly string[]} languages
 */
function refuse(req, res, languages) {
  const problem = {
    type: "about:blank",
    title: "Too much is asked of this server at once. Please try again in a few seconds.",
    status: 503,
  };
  const { headers, body } = req.url?.startsWith("/api/")
    ? { headers: { "content-type": "application/problem+json" }, body: Buffer.from(JSON.stringify(problem)) }
    : standInPage(503, languages);
  res.writeHead(503, { ...headers, "retry-after": "5", "cache-control": "no-store", "content-length": body.length });
  res.end(body);
}
