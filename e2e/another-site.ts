import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of somebody else, on a port of its own. */
export async function anotherServer(answering: RequestListener) {
  const server = createServer(answering).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

/** A site of somebody else with something in its page. */
export async function anotherSite(inside: string) {
  const page = `<!doctype html><html lang="en"><head><title>Job centre</title></head><body><h1>Courses for you</h1>${inside}</body></html>`;
  return await anotherServer((_, answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page));
}
