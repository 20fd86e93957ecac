import { Failure } from "./progress.mjs";

/**
 * What a browser may load for our pages, and who may frame them. Nothing comes from anywhere else but tiles that the operator chose, and nobody
 * frames a page but those of `/embed/`: a button of the desk that lies unseen under another site's would be pressed by mistake. Pages are kept as
 * they were drawn, so that the framework's scripts in them cannot have a number used once.
 * @typedef {{ tiles: string, embedders: string, develops?: boolean }} Allowed
 */

/**
 * @param {string} url of the request
 * @param {Allowed} allowed
 * @returns {string} the Content-Security-Policy
 */
export function policyOf(url, { tiles, embedders, develops = false }) {
  const framed = /^\/embed\//.test(url);
  return [
    "default-src 'self'",
    // The framework's own tools for developing evaluate text.
    `script-src 'self' 'unsafe-inline'${develops ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${tiles}`,
    `connect-src 'self'${tiles}`,
    "object-src 'none'",
    "base-uri 'self'",
    `frame-ancestors ${framed ? embedders : "'self'"}`,
  ].join("; ");
}

/**
 * As the environment chooses it when a process starts; lib/env.ts reads the same. Next writes headers of its own down when it builds, which
 * may be long before and elsewhere.
 * @returns {Allowed}
 */
export function chosenPolicy() {
  const { MAP_TILES_URL, EMBED_ORIGINS = "*" } = process.env;
  return { tiles: MAP_TILES_URL ? ` ${originOf(MAP_TILES_URL, "MAP_TILES_URL")}` : "", embedders: embeddersOf(EMBED_ORIGINS.trim()) };
}

/** @param {string} given */
function embeddersOf(given) {
  if (given === "" || given === "*") return "*";
  return ["'self'", ...given.split(/\s+/).map((one) => originOf(one, "EMBED_ORIGINS"))].join(" ");
}

/**
 * @param {string} address
 * @param {string} name
 */
function originOf(address, name) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.origin;
  throw new Failure(`${name} is "${address}".`, "Give an address that begins with https://; .env.example has examples.");
}

/**
 * @template {(request: import("node:http").IncomingMessage, answer: import("node:http").ServerResponse) => unknown} Handler
 * @param {Handler} handler
 * @param {Allowed} allowed
 * @returns {(...given: Parameters<Handler>) => unknown}
 */
export function withPolicy(handler, allowed) {
  return (...given) => {
    given[1].setHeader("Content-Security-Policy", policyOf(given[0].url ?? "/", allowed));
    return handler(given[0], given[1]);
  };
}
