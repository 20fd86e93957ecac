import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { sessions } from "@/db/schema";
import { aDocument, aKey, ask } from "@/lib/api/fixtures/machine";
import { putOffering } from "@/lib/api/offerings/routes";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { cancelSessionRoute, getSession, listSessions, putSessionRoute } from "./routes";

let keys: { read: string; write: string; publish: string };

beforeEach(async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "garden-college" });
  keys = { read: await aKey(provider, "read"), write: await aKey(provider, "write"), publish: await aKey(provider, "publish") };
});

test("sessions are written one by one, and cancelled, not deleted", async () => {
  await ask(putOffering, "PUT", "/A", { key: keys.publish, body: aDocument({ publish: true }) });
  const asked = { key: keys.write };
  const made = await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: { starts: "2099-03-01", seats: 12 } });
  expect(made).toMatchObject({ status: 201, body: { outcome: "updated", session: { id: "s1", starts: "2099-03-01", seats: 12 } } });
  const read = await ask(getSession, "GET", "/A/sessions/s1", asked);
  expect(read.headers.get("etag")).toBe(made.headers.get("etag"));
  expect((await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: read.body })).body.outcome).toBe("unchanged");
  const stale = { ...asked, body: { starts: "2099-03-02" }, headers: { "if-match": '"stale"' } };
  expect((await ask(putSessionRoute, "PUT", "/A/sessions/s1", stale)).status).toBe(412);
  const wrong = await ask(putSessionRoute, "PUT", "/A/sessions/s2", { ...asked, body: { starts: "2099-03-01", ends: "2098-01-01" } });
  expect([wrong.status, wrong.body.problems.map(({ code, field }: { code: string; field: string }) => [code, field])]).toEqual([
    422,
    [["endsBeforeStarts", "ends"]],
  ]);
  expect((await ask(cancelSessionRoute, "DELETE", "/A/sessions/s1", asked)).body).toMatchObject({
    outcome: "updated",
    session: { cancelled: expect.any(String) },
  });
  expect((await ask(cancelSessionRoute, "DELETE", "/A/sessions/s1", asked)).body.outcome).toBe("unchanged");
  expect((await ask(cancelSessionRoute, "DELETE", "/A/sessions/s9", asked)).status).toBe(404);
  expect((await ask(listSessions, "GET", "/A/sessions", { key: keys.read })).body.items).toHaveLength(1);
  expect(await db.$count(sessions)).toBe(1);
});

test("a session in several places keeps them all, in either direction", async () => {
  await ask(putOffering, "PUT", "/A", { key: keys.publish, body: aDocument({ publish: true }) });
  const asked = { key: keys.write };
  const places = [{ town: "Gent", address: "Kaai 12; bus 3", postalCode: "9000" }, { town: "Brugge" }, { town: "Gent; Aalst" }];
  const made = await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: { starts: "2099-03-01", places } });
  expect(made).toMatchObject({ status: 201, body: { session: { places } } });
  const [kept] = await db.select({ places: sessions.places }).from(sessions);
  expect(kept?.places).toMatchObject([{ nuts: "BE234" }, { nuts: "BE251" }, { town: "Gent; Aalst" }]);
  const read = await ask(getSession, "GET", "/A/sessions/s1", asked);
  expect((await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: read.body })).body.outcome).toBe("unchanged");

  const both = await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: { starts: "2099-03-01", town: "Gent", places } });
  expect([both.status, both.body.problems]).toMatchObject([422, [{ code: "placesDisagree" }]]);
  const one = await ask(putSessionRoute, "PUT", "/A/sessions/s1", { ...asked, body: { starts: "2099-03-01", places: places.slice(1, 2) } });
  expect(one.body.session, "one place is said as before").toMatchObject({ town: "Brugge" });
});
