import { createServer } from "node:net";
import { Failure } from "./progress.mjs";

/**
 * @param {number} port 0 takes any
 * @param {string} host
 * @returns {Promise<number>} the port that was free; rejects as listen does
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

export function freePort() {
  return tryPort(0, "127.0.0.1");
}

/**
 * @param {number} port
 * @returns {Promise<number>}
 */
export async function requirePort(port) {
  if (port === 0) return freePort();
  // A browser may read localhost as either address, so both must be ours.
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      await tryPort(port, host);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === "EADDRINUSE") {
        throw new Failure(
          `Port ${port} is taken by another program.`,
          `Choose another, for example: PORT=${port + 1} npm start (PORT=0 takes any free one).`,
        );
      }
      if (code === "EACCES") {
        throw new Failure(`This user may not listen on port ${port}.`, "Choose a PORT from 1024 up.");
      }
    }
  }
  return port;
}
