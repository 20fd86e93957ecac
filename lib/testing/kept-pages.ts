import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { keepPages } from "@/bin/page-store.mjs";
import { countVisits } from "@/bin/visits.mjs";
import { db } from "@/db";
import { tell } from "@/lib/insight/telling";
import { eventually } from "./eventually";

const place = { languages: ["en", "nl"], timeZone: "Europe/Brussels", databaseUrl: process.env.DATABASE_URL ?? "", secret: "" };

const change = (source: string) => db.execute(sql`insert into changes (source) values (${source})`);

/**
 * Waits for transactions that began before the first change that is there, those of other tests in databases beside this one too: while one
 * is open, nobody can tell whether something older was told and forgotten (bin/changes.mjs).
 */
export async function untilNothingOlderIsOpen(): Promise<void> {
  await eventually(async () => {
    const [look] = await db.execute<{ isPast: boolean }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot()) > (select xid from changes order by xid limit 1) as "isPast"`);
    expect(look?.isPast).toBe(true);
  });
}

/**
 * A server that keeps the pages it draws, a fresh one for each test of the file that calls this. A page says how many were `drawn` before it; in its
 * address stands what it is drawn `from`, what it `has` and `lists`. It is as long under way as `whileDrawing` takes.
 */
export function eachWithKeptPages() {
  const store = {
    drawn: 0,
    /** How many requests have come. */
    heard: 0,
    whileDrawing: async (): Promise<unknown> => undefined,
    address: "",
    read: async (path: string, init?: RequestInit) => (await fetch(store.address + path, init)).text(),
    /** Asks on a connection of its own, which stays open until it is left. */
    ask: (path: string) => {
      const socket = connect(Number(new URL(store.address).port), "127.0.0.1");
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n`);
      return { leave: () => socket.destroy() };
    },
    /** How many connections are open. */
    visitors: () => promisify(server.getConnections.bind(server))(),
    change,
    /** To be called before the first page is read that is to be kept. */
    begin: async () => {
      await change("something");
      await untilNothingOlderIsOpen();
    },
  };
  let server: Server;
  let visits: ReturnType<typeof countVisits>;

  beforeEach(async () => {
    store.drawn = store.heard = 0;
    store.whileDrawing = async () => undefined;
    const kept = keepPages(
      async (req, res) => {
        store.drawn += 1;
        const asked = new URL(req.url ?? "", "http://localhost").searchParams;
        if (asked.has("from"))
          tell({
            from: asked.getAll("from"),
            isTouchedBy: async ({ added, changed, sessions }) => [...added, ...changed, ...sessions].includes(asked.get("has") ?? ""),
            ...(asked.has("lists") ? { listed: asked.getAll("lists") } : {}),
          });
        await store.whileDrawing();
        // Next does not end an answer for which nobody is there.
        if (res.closed) return;
        res.statusCode = req.url?.includes("gone") ? 404 : 200;
        res.setHeader("content-type", "text/html; charset=utf-8");
        res.write("<h1>drawn ");
        res.end(`${store.drawn} times</h1>${req.url?.includes("long") ? "-".repeat(2000) : ""}`);
      },
      { ...place, megabytes: 1 },
    );
    visits = countVisits(kept.handle, place);
    server = createServer(visits.handle).listen(0, "127.0.0.1");
    server.on("request", () => (store.heard += 1));
    await new Promise((resolve) => server.once("listening", resolve));
    store.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await visits.stop();
    server.close();
    delete process.env.CAIRN_NOW;
  });

  return store;
}
