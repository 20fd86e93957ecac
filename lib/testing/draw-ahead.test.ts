import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { drawAhead } from "@/bin/draw-ahead.mjs";
import { keepPages } from "@/bin/page-store.mjs";
import { countVisits } from "@/bin/visits.mjs";
import { tell } from "@/lib/insight/telling";
import { emptyDatabase } from "./database";
import { eventually } from "./eventually";
import { untilNothingOlderIsOpen } from "./kept-pages";
import { anOffering } from "./offerings";
import { aProvider } from "./registry";

const place = { languages: ["en", "nl"], timeZone: "Europe/Brussels", databaseUrl: process.env.DATABASE_URL ?? "", secret: "" };
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A site whose drawing takes as long as somebody says. */
async function openSite({ megabytes = 1, drawing = async (_: string) => undefined as unknown } = {}) {
  const drawn: string[] = [];
  const store = keepPages(
    async (req, res) => {
      drawn.push(req.url ?? "");
      tell({ from: ["something"] });
      await drawing(req.url ?? "");
      res.end(`<h1>${req.headers.host}${req.url}</h1>${"-".repeat(4000)}`);
    },
    { ...place, megabytes },
  );
  const visits = countVisits(store.handle, place);
  const server: Server = createServer(visits.handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  stops.push(
    () => visits.stop(),
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const read = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-encoding": "br" } });
  const begin = async () => {
    const ahead = await drawAhead(store, { ...place, port, mostLoad: Number.POSITIVE_INFINITY });
    stops.push(ahead.stop);
  };
  return { drawn, read, begin, port };
}

test("every page of offerings and providers is there in each language before anybody asks", async () => {
  await emptyDatabase();
  const provider = await aProvider();
  await anOffering(provider, { slug: "soil-care" });
  await untilNothingOlderIsOpen();
  const { drawn, read, begin, port } = await openSite();
  await begin();
  const paths = ["", "/offerings", `/providers/${provider.slug}`, `/offerings/soil-care`].flatMap((path) => [`/en${path}`, `/nl${path}`]);
  await eventually(() => expect(drawn).toEqual(paths));
  const answer = await read(`/nl/offerings/soil-care`);
  expect(answer.headers.get("cache-status")).toBe("cairn; hit");
  expect(await answer.text()).toContain(`localhost:${port}/nl/offerings/soil-care`);
  expect(drawn).toEqual(paths);
});

test("nothing is drawn ahead while a visitor waits for a page", async () => {
  await emptyDatabase();
  let finish: (value?: unknown) => void = () => undefined;
  const { drawn, read, begin } = await openSite({
    drawing: (url) => (url === "/en/slow" ? new Promise((resolve) => (finish = resolve)) : Promise.resolve()),
  });
  const slow = read("/en/slow");
  await eventually(() => expect(drawn).toEqual(["/en/slow"]));
  await begin();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(drawn).toEqual(["/en/slow"]);
  finish();
  await (await slow).text();
  await eventually(() => expect(drawn).toEqual(["/en/slow", "/en", "/nl", "/en/offerings", "/nl/offerings"]));
});
