import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type FetchOptions, guardedFetch, isRefusedHost, webAddress } from "./guarded-fetch";
import { isPublicAddress } from "./public-address";

const open: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  open.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const onLoopback = (address: string) => address === "127.0.0.1";
const fetchIt = (address: string, options: Partial<FetchOptions> = {}) =>
  guardedFetch(address, { accept: "application/json", userAgent: "Cairn/test", mayConnect: onLoopback, ...options });
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

describe("what is there", () => {
  test("comes with what makes the next question conditional", async () => {
    let asked: unknown;
    const at = await serve((question, answer) => {
      asked = question.headers;
      answer.writeHead(200, { etag: '"1"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT" }).end("[1]");
    });
    expect(await fetchIt(at)).toEqual({
      ok: true,
      value: { changed: true, bytes: Buffer.from("[1]"), httpStatus: 200, etag: '"1"', lastModified: "Mon, 23 Nov 2026 10:00:00 GMT" },
    });
    expect(asked).toMatchObject({ "user-agent": "Cairn/test", accept: "application/json, */*;q=0.1" });
  });

  test("is not sent again while it is the same", async () => {
    const at = await serve((question, answer) => answer.writeHead(question.headers["if-none-match"] === '"1"' ? 304 : 200).end());
    expect(await fetchIt(at, { etag: '"1"' })).toEqual({ ok: true, value: { changed: false, httpStatus: 304 } });
    expect(await fetchIt(at, { etag: '"2"' })).toMatchObject({ ok: true, value: { changed: true } });
  });

  test("is unpacked, and a redirect is followed", async () => {
    const at = await serve((question, answer) => {
      if (question.url === "/") answer.writeHead(302, { location: "/gzip" }).end("moved");
      else if (question.url === "/gzip") answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("hello"));
      else answer.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync("hello"));
    });
    for (const path of ["/", "/br"]) {
      const fetched = await fetchIt(at + path);
      expect(fetched.ok && fetched.value.changed && Buffer.from(fetched.value.bytes).toString()).toBe("hello");
    }
  });
});

describe("whatever the other side does is a named problem", () => {
  const cases: [what: string, code: string, listener: RequestListener, options?: Partial<FetchOptions>][] = [
    ["an error", "feedAnswered", (_, answer) => answer.writeHead(503).end()],
    ["not modified, though nobody asked that", "feedAnswered", (_, answer) => answer.writeHead(304).end()],
    ["redirects without end", "feedRedirectsTooOften", (_, answer) => answer.writeHead(302, { location: "/again" }).end()],
    ["a redirect to nowhere", "feedAnswered", (_, answer) => answer.writeHead(302).end()],
    ["a redirect to a file", "feedAnswered", (_, answer) => answer.writeHead(302, { location: "file:///etc/passwd" }).end()],
    ["a redirect into the network", "feedAddressInNetwork", (_, answer) => answer.writeHead(302, { location: "http://10.0.0.1/" }).end()],
    [
      "a redirect to a name of the network",
      "feedAddressInNetwork",
      (_, a) => a.writeHead(302, { location: "http://localhost:1/" }).end(),
      { mayConnect: (address) => address === "127.0.0.1" && !counted() },
    ],
    ["too much", "feedTooLarge", (_, answer) => answer.end("x".repeat(5000)), { bytesAllowed: 4096 }],
    [
      "too much when unpacked",
      "feedTooLarge",
      (_, a) => a.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(5000))),
      { bytesAllowed: 4096 },
    ],
    [
      "less than it said",
      "feedBroken",
      (_, answer) => void answer.writeHead(200, { "content-length": "100" }).write("{", () => answer.destroy()),
    ],
    [
      "a packed file that breaks off",
      "feedBroken",
      (_, a) => a.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(50)).subarray(0, 20)),
    ],
    ["a packing of its own", "feedBroken", (_, answer) => answer.writeHead(200, { "content-encoding": "secret" }).end("?")],
    ["nothing at all", "feedTooSlow", () => undefined, { secondsAllowed: 0.3 }],
    ["a drop at a time", "feedTooSlow", (_, answer) => void answer.writeHead(200).write("{"), { secondsAllowed: 0.3 }],
    ["hanging up", "feedBroken", (question) => question.socket.destroy()],
  ];
  let asked = 0;
  // The first address is the server's own; the one that the redirect names is asked for second.
  const counted = () => asked++ > 0;

  test.each(cases)("%s", async (_, code, listener, options) => {
    asked = 0;
    expect(await fetchIt(await serve(listener), options)).toEqual(problem(code));
  });

  test("addresses that are none, are unknown, or that nobody answers at", async () => {
    for (const address of ["ftp://example.org/x", "nonsense", "http://user:secret@example.org/", "javascript:alert(1)"])
      expect(await fetchIt(address), address).toEqual(problem("feedAddressNotUnderstood"));
    expect(await fetchIt("http://nowhere.invalid/")).toEqual(problem("feedAddressUnknown"));
    expect(await fetchIt("http://127.0.0.1:9/")).toEqual(problem("feedUnreachable"));
  });

  test("nothing inside a network is connected to, by address or by name", async () => {
    let reached = false;
    const at = await serve((_, answer) => {
      reached = true;
      answer.end();
    });
    const { port } = new URL(at);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]"])
      expect(await guardedFetch(`http://${host}:${port}/`, { accept: "*/*", userAgent: "x" }), host).toEqual(
        problem("feedAddressInNetwork"),
      );
    expect(reached).toBe(false);
  });
});

describe("which addresses are public", () => {
  const byte = fc.nat(255);
  const inside = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
    fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
  );
  const spellings = ([a, b, c, d]: [number, number, number, number]) => {
    const hex = [a * 256 + b, c * 256 + d].map((part) => part.toString(16)).join(":");
    const whole = ((a * 256 + b) * 256 + c) * 256 + d;
    return {
      hosts: [`${a}.${b}.${c}.${d}`, `${whole}`, `0x${whole.toString(16)}`, `0${a.toString(8)}.${b}.${c * 256 + d}`],
      addresses: [`${a}.${b}.${c}.${d}`, `::ffff:${hex}`, `::${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`, `::ffff:0:${hex}`],
    };
  };

  test("no spelling of an address inside a network passes", () => {
    fc.assert(
      fc.property(inside, (address) => {
        const { hosts, addresses } = spellings(address);
        for (const one of addresses) expect(isPublicAddress(one), one).toBe(false);
        for (const host of hosts) {
          const url = webAddress(`http://${host}/`);
          expect(url && isRefusedHost(url, isPublicAddress), host).toBe(true);
        }
      }),
    );
  });

  test("local IPv6 does not pass, with or without a zone; public addresses do", () => {
    for (const address of [
      "::",
      "::1",
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "fd00::1",
      "ff02::1",
      "2001::1",
      "2001:db8::1",
      "100::1",
      "",
      "x",
      "2606:4700::1%eth0",
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ["8.8.8.8", "193.190.130.15", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"])
      expect(isPublicAddress(address), address).toBe(true);
    expect(webAddress("http://[fe80::1%25eth0]/")).toBeUndefined();
  });
});
