import { once } from "node:events";
import { get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWebServer } from "@/bin/failure-pages.mjs";
import { inTurn } from "@/bin/waiting-room.mjs";
import { eventually } from "./eventually";

let begun: string[];
let finish: Map<string, () => void>;
let server: Server;
let come: number;
let heard: number;
let left: number;

/** Draws one at a time, until the test says that it is done; two may wait. */
beforeEach(async () => {
  begun = [];
  finish = new Map();
  come = heard = left = 0;
  const draw = (req: IncomingMessage, res: ServerResponse) => {
    begun.push(req.url ?? "");
    if (req.url === "/api/broken") throw new Error("It cannot be drawn.");
    finish.set(req.url ?? "", () => res.end(`drawn ${req.url}`));
  };
  server = createWebServer(inTurn(draw, ["en", "nl"], { atOnce: 1, mostWaiting: 2 }).handle, ["en", "nl"]);
  server.on("request", (_req: IncomingMessage, res: ServerResponse) => {
    heard += 1;
    res.once("close", () => {
      if (!res.writableFinished) left += 1;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
});

function visit(path: string) {
  come += 1;
  const question = get({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, path, agent: false });
  const answer = new Promise<{ status: number | undefined; headers: IncomingMessage["headers"]; text: string }>((resolve, reject) => {
    question.once("error", reject);
    question.once("response", async (response) => {
      let text = "";
      for await (const part of response) text += part;
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
  });
  answer.catch(() => undefined);
  return { answer, leave: () => question.destroy() };
}

/** The server has heard of as many as have come. */
const arrived = () => eventually(() => expect(heard).toBe(come));
const noticed = () => eventually(() => expect(left).toBe(1));
const draws = (path: string) => eventually(() => expect(finish.has(path)).toBe(true));

test("visitors are served in the order in which they came, and those who have gone cost nothing", async () => {
  const first = visit("/en/1");
  await draws("/en/1");
  const gone = visit("/en/2");
  await arrived();
  const last = visit("/en/3");
  await arrived();
  gone.leave();
  await noticed();
  expect(begun).toEqual(["/en/1"]);

  finish.get("/en/1")?.();
  expect((await first.answer).text).toBe("drawn /en/1");
  await draws("/en/3");
  finish.get("/en/3")?.();
  expect((await last.answer).text).toBe("drawn /en/3");
  expect(begun).toEqual(["/en/1", "/en/3"]);
});

test("whoever comes when too many wait is told so at once, a person by a page and a program by a problem", async () => {
  for (const path of ["/en/1", "/en/2", "/en/3"]) {
    visit(path);
    await arrived();
  }
  const page = await visit("/nl/4").answer;
  expect(page.status).toBe(503);
  expect(page.headers["retry-after"]).toBe("5");
  expect(page.text).toContain("Er zijn nu veel bezoekers");
  const problem = await visit("/api/v1/search").answer;
  expect(problem.headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(problem.text)).toMatchObject({ status: 503 });
  expect(begun).toEqual(["/en/1"]);
});

test("one that cannot be drawn makes room for the next, waiting or not", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  visit("/en/1");
  await draws("/en/1");
  const broken = visit("/api/broken");
  await arrived();
  const next = visit("/en/2");
  await arrived();
  finish.get("/en/1")?.();
  expect((await broken.answer).status).toBe(500);
  await draws("/en/2");
  finish.get("/en/2")?.();
  expect((await next.answer).status).toBe(200);
  expect(logged).toHaveBeenCalled();
});
