import http from "node:http";

export type Answer = { status: number; milliseconds: number; body: Buffer; headers: http.IncomingHttpHeaders };

const agent = new http.Agent({ keepAlive: true, maxSockets: 3000, scheduling: "lifo" });
/** In milliseconds: whoever waits longer gets no answer. */
export const patience = 10_000;

export class NoAnswer extends Error {}

/** Only ever asks this machine: a benchmark must not become an attack on somebody. */
function requireLocal(url: URL): void {
  if (!["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) throw new Error(`${url.hostname} is not this machine`);
}

/** Sends a request and reads the whole answer as it comes, compressed or not. */
export function ask(address: string, options: { body?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const url = new URL(address);
  requireLocal(url);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { ...options.headers, ...(options.body ? { "content-length": String(Buffer.byteLength(options.body)) } : {}) };
    const request = http.request(url, { agent, method: options.body ? "POST" : "GET", headers, family: 4 }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - started,
          body: Buffer.concat(pieces),
          headers: response.headers,
        }),
      );
    });
    const late = setTimeout(() => request.destroy(new NoAnswer("no answer within ten seconds")), patience);
    request.on("close", () => clearTimeout(late));
    request.on("error", reject);
    request.end(options.body);
  });
}

/** Waits until the site has worked off what was asked of it before, for two minutes at most. */
export async function untilCalm(site: string): Promise<void> {
  const until = performance.now() + 120_000;
  for (let quick = 0; quick < 5 && performance.now() < until; ) {
    const milliseconds = await ask(`${site}/api/health`).then(
      (answer) => answer.milliseconds,
      () => patience,
    );
    quick = milliseconds < 50 ? quick + 1 : 0;
  }
}
