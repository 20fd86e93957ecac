/** In which header handlers find where a request came from. What a request brings under this name itself is written over. */
const header = "x-cairn-caller";

/**
 * The network address of whoever asks. Each proxy adds the address that it was asked from to the end of X-Forwarded-For; so the address
 * stands as many places before the connection's own as there are proxies of ours, and what stands before it is the caller's own invention.
 * @param {{ headers: import("node:http").IncomingHttpHeaders, socket: { remoteAddress?: string | undefined } }} request
 * @param {number} proxies
 * @returns {string}
 */
export function callerOf({ headers, socket }, proxies) {
  const named = [headers["x-forwarded-for"] ?? ""].flat().join().split(",");
  const way = [...named.map((address) => address.trim()).filter(Boolean), socket.remoteAddress ?? "unknown"];
  return way[Math.max(0, way.length - 1 - proxies)] ?? "unknown";
}

/**
 * Tells handlers who asks, so that limits count each caller apart (lib/auth/limits/caller.ts).
 * @template {(request: import("node:http").IncomingMessage, answer: import("node:http").ServerResponse) => unknown} Handler
 * @param {Handler} handler
 * @param {number} proxies
 * @returns {(...given: Parameters<Handler>) => unknown}
 */
export function nameCaller(handler, proxies) {
  return (...given) => {
    given[0].headers[header] = callerOf(given[0], proxies);
    return handler(given[0], given[1]);
  };
}
