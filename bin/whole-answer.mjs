import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/**
 * @typedef {{ headers: import("node:http").OutgoingHttpHeaders, body: Buffer }} Page
 */

/**
 * How answers are packed, the best first. Pages say most things twice, as text and for the browser's script, farther apart than gzip looks back.
 * @type {Record<string, (body: Buffer) => Promise<Buffer>>}
 */
const packers = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  // Two thirds of the time of the usual 6, for a tenth more bytes.
  gzip: (body) => promisify(gzip)(body, { level: 4 }),
};

/** Compressed, less would be more. */
const smallest = 1000;

/** Said by one connection only. */
const ownHeaders = ["connection", "keep-alive", "transfer-encoding", "date"];

/**
 * The best packing that whoever asks can unpack.
 * @param {import("node:http").IncomingMessage} req
 */
export function packingFor({ headers }) {
  const accepted = String(headers["accept-encoding"] ?? "");
  return Object.keys(packers).find((name) => new RegExp(`\\b${name}\\b(?!;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted));
}

/**
 * Has an answer go out in one piece, compressed once, in place of the hundred pieces in which Next draws it, each of which is compressed and
 * sent for itself. Hands over what was a good answer.
 * @param {import("node:http").ServerResponse} res
 * @param {string | undefined} packing
 * @param {(page: Page) => void} onPage
 */
export function sendWhole(res, packing, onPage) {
  /** @type {Buffer[]} */
  const pieces = [];
  const end = res.end.bind(res);
  // Next compresses what is not compressed yet.
  if (packing) res.setHeader("content-encoding", packing);

  res.flushHeaders = () => undefined;
  res.writeHead = (/** @type {any[]} */ status, ...more) => {
    res.statusCode = status;
    for (const [name, value] of new Headers(typeof more.at(-1) === "object" ? more.at(-1) : {})) res.setHeader(name, value);
    return res;
  };
  res.write = (/** @type {any[]} */ ...args) => {
    add(args);
    args.find((arg) => typeof arg === "function")?.();
    return true;
  };
  res.end = (/** @type {any[]} */ ...args) => {
    add(args);
    void finish().catch((error) => res.destroy(error));
    return res;
  };

  /** @param {any[]} args */
  function add([chunk, encoding]) {
    if (typeof chunk === "string")
      pieces.push(Buffer.from(chunk, typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8"));
    else if (chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk));
  }

  async function finish() {
    const drawn = Buffer.concat(pieces);
    const pack = packing && res.statusCode === 200 && drawn.length >= smallest ? packers[packing] : undefined;
    if (!pack) res.removeHeader("content-encoding");
    if (!/accept-encoding/i.test(String(res.getHeader("vary")))) res.appendHeader("vary", "accept-encoding");
    const body = pack ? await pack(drawn) : drawn;
    // From here on as it is: a failure gets its designed page there.
    for (const name of /** @type {const} */ (["flushHeaders", "writeHead", "write", "end"])) delete (/** @type {any} */ (res)[name]);
    if (res.statusCode === 200 && body.length > 0 && !res.getHeader("set-cookie")) {
      const headers = Object.fromEntries(Object.entries(res.getHeaders()).filter(([name]) => !ownHeaders.includes(name)));
      onPage({ headers, body });
    }
    if (res.statusCode === 200) res.setHeader("content-length", body.length);
    end(body);
  }
}
