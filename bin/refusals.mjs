import { currentVisit } from "./visits.mjs";

/** @typedef {import("./page-store.mjs").Handler} Handler */

/**
 * Next fails at an address whose % signs make no letters, and no database asks for a name with a zero byte. There is nothing at such an
 * address, and nothing is wrong on our side.
 * @template {(request: import("node:http").IncomingMessage, answer: import("node:http").ServerResponse) => unknown} AnyHandler
 * @param {AnyHandler} handle
 * @returns {(...given: Parameters<AnyHandler>) => unknown}
 */
export function refuseWhatIsNoAddress(handle) {
  return (...given) => {
    const [{ url = "" }, res] = given;
    if (isAddress(url)) return handle(...given);
    res.statusCode = 404;
    if (/^\/api\//.test(url)) res.setHeader("content-type", "application/problem+json");
    res.end(/^\/api\//.test(url) ? JSON.stringify({ type: "about:blank", title: "Not Found", status: 404 }) : undefined);
  };
}

/** @param {string} url */
function isAddress(url) {
  try {
    return !decodeURIComponent(url.split("?", 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}

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
