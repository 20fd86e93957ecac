import type { IncomingMessage, ServerResponse } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { callerOf, nameCaller } from "@/bin/caller.mjs";

const from = (remoteAddress: string, forwarded?: string | string[]) => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded as string },
  socket: { remoteAddress },
});

test("whoever asks is found at the end of the way, whatever they say of themselves", () => {
  const way = fc.array(fc.ipV4(), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(way, fc.option(fc.string()), ([caller = "", ...proxies], invented) => {
      // Each proxy adds who asked it; the last one is who asks us.
      const seen = [caller, ...proxies];
      const header = [...(invented === null ? [] : [invented]), ...seen.slice(0, -1)].join(", ");
      expect(callerOf(from(seen.at(-1) ?? "", header || undefined), proxies.length)).toBe(caller);
    }),
  );
});

test("without a proxy it is the connection's own address, and a proxy that says nothing counts as the caller", () => {
  expect(callerOf(from("192.0.2.1", "198.51.100.7"), 0)).toBe("192.0.2.1");
  expect(callerOf(from("127.0.0.1"), 1)).toBe("127.0.0.1");
  expect(callerOf(from("127.0.0.1", ["203.0.113.5", "198.51.100.7"]), 1)).toBe("198.51.100.7");
});

test("handlers are told, and nobody else tells them", () => {
  const request = { headers: { "x-cairn-caller": "invented" }, socket: { remoteAddress: "192.0.2.1" } };
  const handler = (asked: IncomingMessage, _: ServerResponse) => expect(asked.headers["x-cairn-caller"]).toBe("192.0.2.1");
  nameCaller(handler, 0)(request as never, {} as never);
  expect.assertions(1);
});
