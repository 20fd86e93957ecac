import { currentVisit } from "./visits.mjs";

/** @typedef {import("./page-store.mjs").Handler} Handler */

/**
 * Next answers 500 to what it cannot read as the call of an action. Where none of ours has begun nothing failed on our side: what was sent is
 * no call, and is answered so.
 * @param {Handler} handle
 * @returns {Handler}
 */
export function refuseWhatIsNoCall(handle) {
  return (req, res) => {
    if (!isCall(req)) return handle(req, res);
    const visit = currentVisit();
    const { writeHead } = res;
    res.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      const isNoCall = status === 500 && !visit?.begun;
      if (isNoCall) res.statusCode = 400;
      return writeHead.call(res, isNoCall ? 400 : status, ...rest);
    };
    return handle(req, res);
  };
}

/**
 * Browsers without JavaScript send forms to the page itself; files go to routes.
 * @param {import("node:http").IncomingMessage} req
 */
function isCall({ method, headers, url = "" }) {
  if (method !== "POST") return false;
  return "next-action" in headers || (/^multipart\//.test(headers["content-type"] ?? "") && !/^\/api\/|\/(files|upload)(\?|$)/.test(url));
}
