import { once } from "node:events";
import { type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWebServer } from "@/bin/failure-pages.mjs";
import { refuseWhatIsNoAddress } from "@/bin/refusals.mjs";

type Handler = (request: IncomingMessage, answer: ServerResponse) => unknown;
type Asked = { method?: string; headers?: Record<string, string> };

const languages = ["nl", "en", "fr", "de"];
const empty = '<html id="__next_error__"></html>';

/** Stands in for Next: what it would answer at an address, and its failure pages unless a test makes them fail too. */
let routes: Record<string, Handler>;
let server: Server;

function page(status: number, body: string): Handler {
  return (_, answer) => {
    answer.statusCode = status;
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.setHeader("X-Of-Next", "yes");
    answer.end(body);
  };
}

const failurePage: Handler = (question, answer) => {
  const packed = question.headers["accept-encoding"] === "gzip";
  const body = `designed ${question.url}`;
  answer.setHeader("Content-Type", "text/html; charset=utf-8");
  answer.setHeader("X-Content-Type-Options", "nosniff");
  if (packed) answer.setHeader("Content-Encoding", "gzip");
  answer.end(packed ? gzipSync(body) : body);
};

beforeEach(async () => {
  routes = {
    "/en/failure/404": failurePage,
    "/en/failure/500": failurePage,
    "/fr/failure/404": failurePage,
    // As the proxy does: it sends to the reader's language.
    "/failure/404": (_, answer) => answer.writeHead(307, { location: "/fr/failure/404" }).end(),
  };
  server = createWebServer(
    refuseWhatIsNoAddress((question: IncomingMessage, answer: ServerResponse) =>
      (routes[question.url?.split("?")[0] ?? ""] ?? page(404, empty))(question, answer),
    ),
    languages,
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
});

async function ask(path: string, { method = "GET", headers = {} }: Asked = {}) {
  const { port } = server.address() as AddressInfo;
  const question = request({ host: "127.0.0.1", port, path, method, headers, agent: false }).end();
  const [answer] = (await once(question, "response")) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode, headers: answer.headers, body, text: body.toString() };
}

test("an empty page with status 404 gives way to the designed one in the language of the address", async () => {
  const { status, headers, text, body } = await ask("/en/nowhere?a=b&c");
  expect(status).toBe(404);
  expect(text).toBe("designed /en/failure/404?of=nowhere%3Fa%3Db%26c");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["content-length"]).toBe(String(body.length));
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-of-next"]).toBeUndefined();
});

test("in a frame of another site a plain page says it, in the language of the frame, which that site may frame", async () => {
  for (const [path, status] of [
    ["/embed/fr/nowhere", 404],
    ["/embed/fr", 500],
  ] as const) {
    routes["/embed/fr"] = page(500, empty);
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('<html lang="fr">');
    expect(answer.text).toContain('<a href="/fr" target="_top">');
    expect(answer.headers["content-security-policy"]).toBeUndefined();
  }
  expect((await ask("/embed/es")).text).toContain('<section lang="de">');
});

test("a page that fails keeps its status, however its answer begins", async () => {
  routes["/en/whole"] = page(503, empty);
  routes["/en/in-parts"] = async (_, answer) => {
    answer.writeHead(500, { "content-type": "text/html" });
    expect(answer.headersSent).toBe(true);
    for (let part = 0; part < 3; part++) {
      expect(answer.write(empty)).toBe(true);
      await pause(5);
    }
    answer.end();
    await once(answer, "finish");
  };
  routes["/en/flushed"] = async (_, answer) => {
    answer.statusCode = 500;
    answer.flushHeaders();
    await pause(20);
    answer.end(empty);
  };
  routes["/en/plain"] = (_, answer) => answer.writeHead(500).end("Internal Server Error");
  for (const [path, status] of [
    ["whole", 503],
    ["in-parts", 500],
    ["flushed", 500],
    ["plain", 500],
  ] as const) {
    const answer = await ask(`/en/${path}`);
    expect([answer.status, answer.text], path).toEqual([status, `designed /en/failure/500?of=${path}`]);
  }
});

test("an answer that comes in one go is whole, however it begins", async () => {
  routes["/en/at-once"] = (_, answer) => {
    answer.setHeader("content-type", "text/plain");
    answer.flushHeaders();
    answer.write("first, ");
    answer.end("rest");
  };
  expect((await ask("/en/at-once")).text).toBe("first, rest");
});

test("what is there of an answer goes out while the rest is still being written", async () => {
  const read = Promise.withResolvers<void>();
  routes["/en/streamed"] = async (_, answer) => {
    answer.setHeader("content-type", "text/plain");
    answer.flushHeaders();
    answer.write("first, ");
    await read.promise;
    answer.end("rest");
  };
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/en/streamed`);
  const parts = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await parts?.read())?.value).toBe("first, ");
  read.resolve();
  expect((await parts?.read())?.value).toBe("rest");
});

test("a handler that throws is answered for", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  routes["/en/broken"] = () => Promise.reject(new Error("the database is away"));
  expect(await ask("/en/broken")).toMatchObject({ status: 500, text: "designed /en/failure/500?of=broken" });
  expect(log).toHaveBeenCalled();
});

test("HEAD gets the same head and no body", async () => {
  const got = await ask("/en/nowhere");
  const { status, headers, text } = await ask("/en/nowhere", { method: "HEAD" });
  expect([status, text]).toEqual([404, ""]);
  expect(headers["content-length"]).toBe(got.headers["content-length"]);
});

test("the page comes packed to those who take it packed", async () => {
  const { headers, body } = await ask("/en/nowhere", { headers: { "accept-encoding": "gzip" } });
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["content-length"]).toBe(String(body.length));
  expect(gunzipSync(body).toString()).toBe("designed /en/failure/404?of=nowhere");
});

test("without a language in the address the proxy decides it", async () => {
  expect((await ask("/nowhere.html", { headers: { accept: "text/html" } })).text).toBe("designed /fr/failure/404");
});

test("an address that cannot be read or names nothing is not there, whatever Next makes of it", async () => {
  for (const segment of ["%E0%A4%A", "%00"]) {
    routes[`/en/${segment}`] = (_, answer) => answer.writeHead(500, { "content-type": "text/plain" }).end("Internal Server Error");
    routes[`/api/${segment}`] = routes[`/en/${segment}`] as Handler;
    const shown = `designed /en/failure/404?of=${encodeURIComponent(segment)}`;
    expect(await ask(`/en/${segment}`)).toMatchObject({ status: 404, text: shown });
    const { status, text } = await ask(`/api/${segment}`);
    expect([status, JSON.parse(text).status]).toEqual([404, 404]);
  }
});

test("a failure page asked for by its own address has its own status", async () => {
  expect(await ask("/en/failure/500")).toMatchObject({ status: 500, text: "designed /en/failure/500" });
  expect(await ask("/fr/failure/404")).toMatchObject({ status: 404, text: "designed /fr/failure/404" });
});

test("when the failure page fails too, a plain one in every language stands in", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  routes["/nl/failure/500"] = page(500, empty);
  routes["/nl/broken"] = page(500, empty);
  const { status, headers, text } = await ask("/nl/broken");
  expect(status).toBe(500);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  for (const language of languages) expect(text).toContain(`lang="${language}"`);
  expect(text).toContain("Something went wrong on our side");
  expect(log).toHaveBeenCalled();
});

test("everything else passes as it comes", async () => {
  routes["/en"] = page(200, "front");
  routes["/api/v1/x"] = (_, answer) => answer.writeHead(404, { "content-type": "application/problem+json" }).end("{}");
  routes["/en/flight"] = (_, answer) => answer.writeHead(404, { "content-type": "text/x-component" }).end("0:{}");
  expect(await ask("/en")).toMatchObject({ status: 200, text: "front", headers: { "x-of-next": "yes" } });
  expect(await ask("/api/v1/x")).toMatchObject({ status: 404, text: "{}" });
  expect(await ask("/en/flight")).toMatchObject({ status: 404, text: "0:{}" });
  expect(await ask("/en/nowhere", { method: "POST" })).toMatchObject({ status: 404, text: empty });
  expect(await ask("/_next/static/x")).toMatchObject({ status: 404, text: empty });
  expect(await ask("/x.png", { headers: { accept: "image/*" } })).toMatchObject({ status: 404, text: empty });
});

test("an answer is not held until it is whole", async () => {
  routes["/en/long"] = async (_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.write("first");
    await once(server, "seen");
    answer.end("last");
  };
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(request({ host: "127.0.0.1", port, path: "/en/long", agent: false }).end(), "response")) as [
    IncomingMessage,
  ];
  const [part] = await once(answer, "data");
  expect(String(part)).toBe("first");
  server.emit("seen");
  expect(Buffer.concat(await answer.toArray()).toString()).toBe("last");
});
