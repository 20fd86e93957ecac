import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "@/lib/days/days";
import { isCurrent, openWindow } from "@/lib/sessions/session";
import { aDay, window } from "@/lib/testing/days";
import { aContent, aRecord, aSessionRecord } from "@/lib/testing/records";
import { cardSession } from "./card";
import { never, toOfferingDocument } from "./document";
import { type RunDocument, toRunDocuments } from "./run-document";
import type { SessionRecord } from "./session-record";

const aRun: fc.Arbitrary<SessionRecord> = fc
  .record({
    startsOn: fc.option(aDay, { freq: 6 }),
    length: fc.option(fc.nat(6)),
    cancelledOn: fc.option(aDay, { freq: 6 }).map((cancelled) => (cancelled === null ? "2026-10-01" : null)),
    seatsLeft: fc.constantFrom(null, 0, 4),
    modes: fc.constantFrom<string[]>([], ["online"], ["onsite", "blended"]),
    languages: fc.constantFrom<string[]>([], ["en"], ["fr", "nl"]),
    price: fc.constantFrom<number | null>(null, 0, 90, 250),
    windows: fc.array(fc.record({ opensOn: fc.option(aDay), closesOn: fc.option(aDay) }), { maxLength: 2 }),
  })
  .map(({ length, price, windows, ...dates }) =>
    aSessionRecord({
      ...dates,
      endsOn: dates.startsOn !== null && length !== null ? addDays(dates.startsOn, length) : null,
      windows: windows.filter(({ opensOn, closesOn }) => opensOn === null || closesOn === null || opensOn <= closesOn),
      prices: { students: 10, ...(price === null ? {} : { everyone: price }) },
    }),
  );

const anOffering = fc.array(aRun, { maxLength: 4 }).map((sessions) => aRecord({ sessions }));

describe("the document of an offering", () => {
  it("stays true until the day on which it says it changes", () => {
    fc.assert(
      fc.property(anOffering, (record) => {
        for (const indexedOn of window) {
          const { changesOn, ...facts } = toOfferingDocument(record, indexedOn);
          for (const day of window.filter((later) => later > indexedOn && dayNumber(later) < changesOn)) {
            const { changesOn: _, ...then } = toOfferingDocument(record, day);
            expect(then, `indexed on ${indexedOn}, read on ${day}`).toEqual(facts);
          }
        }
      }),
    );
  });

  it("changes only on days to come, and never again once all sessions are over", () => {
    fc.assert(
      fc.property(anOffering, (record) => {
        for (const day of window) expect(toOfferingDocument(record, day).changesOn).toBeGreaterThan(dayNumber(day));
        const over = record.sessions.every(({ startsOn, cancelledOn }) => startsOn !== null || cancelledOn !== null);
        if (over) expect(toOfferingDocument(record, "2027-06-01").changesOn).toBe(never);
      }),
    );
  });

  it("changes with the accreditation that its card names", () => {
    const record = aRecord({ accreditationTurns: "2027-01-01", sessions: [aSessionRecord({ startsOn: "2027-05-01" })] });
    expect(toOfferingDocument(record, "2026-11-23").changesOn).toBe(dayNumber("2027-01-01"));
  });

  it("says of an offering without a session to come what the offering says itself", () => {
    const past = aSessionRecord({ startsOn: "2026-01-10", modes: ["online"], languages: ["fr"], prices: { everyone: 0 } });
    const document = toOfferingDocument(aRecord({ sessions: [past] }), "2026-11-23");
    expect(document).toMatchObject({
      modes: ["onsite"],
      langs: ["nl"],
      starts: [],
      prices: [],
      open: false,
      free: false,
      nextStart: never,
    });
    expect(document.card.sessions).toEqual([]);
  });

  it("is open only while a session with a seat left takes enrolment", () => {
    const windows = [{ opensOn: "2026-11-23", closesOn: "2026-11-24" }];
    const openOn = (day: string, seatsLeft: number | null) =>
      toOfferingDocument(aRecord({ sessions: [aSessionRecord({ startsOn: "2027-01-10", seatsLeft, windows })] }), day).open;
    expect(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map((day) => openOn(day, null))).toEqual([false, true, true, false]);
    expect(openOn("2026-11-23", 0)).toBe(false);
  });

  it("takes the price that everybody pays, not that of a group", () => {
    const session = aSessionRecord({ startsOn: "2027-01-10", prices: { jobseekers: 0, everyone: 120 } });
    expect(toOfferingDocument(aRecord({ sessions: [session] }), "2026-11-23")).toMatchObject({ minPrice: 120, free: false });
  });

  it("is found under the broader fields, under every name its provider had and under keywords of each language", () => {
    const content = aContent({ fields: ["0812", "0521"], keywords: { nl: ["bodem"], en: [] } });
    const names = [{ nl: "Tuinschool" }, { nl: "Tuincollege", en: "Garden College" }];
    const document = toOfferingDocument(aRecord({ content, provider: { slug: "p", names, town: null, providerType: null } }), "2026-11-23");
    expect(document.fields).toEqual(["08", "081", "0812", "05", "052", "0521"]);
    expect(document.providerName).toEqual(["Tuinschool", "Tuincollege", "Garden College"]);
    expect(document.keywords_nl).toEqual(["bodem"]);
    expect(document).not.toHaveProperty("keywords_en");
    expect(document.card.provider.name).toEqual({ nl: "Tuincollege", en: "Garden College" });
  });
});

describe("the runs of an offering, on every day", () => {
  /** What a filter on sessions asks, as the engine evaluates it on one document. */
  const current = (run: RunDocument, day: number) => run.currentFrom <= day && run.currentUntil >= day;
  const open = (run: RunDocument, day: number) => run.opens !== null && run.closes !== null && run.opens <= day && run.closes >= day;

  it("are those of its current sessions, or one that says what the offering says itself", () => {
    fc.assert(
      fc.property(anOffering, (record) => {
        const runs = toRunDocuments(record, 1);
        for (const day of window) {
          const sessions = record.sessions.map((session) => cardSession(session, record.content)).filter((each) => isCurrent(each, day));
          const facts = (run: { modes: string[]; languages: string[]; startsOn: string | null; price: number | null; open: boolean }) =>
            JSON.stringify(run);
          const wanted = sessions.length > 0 ? sessions : [{ modes: record.content.modes, languages: record.content.languages }];
          const inSessions = wanted.map((session) =>
            "windows" in session
              ? facts({
                  modes: session.modes,
                  languages: session.languages,
                  startsOn: session.startsOn,
                  price: session.price?.amount ?? null,
                  open: session.seatsLeft !== 0 && openWindow(session, day) !== undefined,
                })
              : facts({ ...session, startsOn: null, price: null, open: false }),
          );
          // Of a session with several windows one run may be open and another not: the open one speaks for the session.
          const bySession = Map.groupBy(
            runs.filter((run) => current(run, dayNumber(day))),
            ({ id }) => (id === record.id ? id : id.slice(0, id.lastIndexOf("-"))),
          );
          const inRuns = [...bySession.values()].map(([first, ...more]) =>
            facts({
              modes: first?.modes ?? [],
              languages: first?.langs ?? [],
              startsOn: first?.start == null ? null : addDays("1970-01-01", first.start),
              price: first?.price ?? null,
              open: [first, ...more].some((run) => run && open(run, dayNumber(day))),
            }),
          );
          expect(inRuns.sort(), day).toEqual(inSessions.sort());
        }
      }),
    );
  });

  it("stand at each place of their session, once for each enrolment window", () => {
    const ghent = { town: "Gent", latitude: 51.0538, longitude: 3.725 };
    const places = [
      ghent,
      { ...ghent, address: "Next door" },
      { town: "Namur", latitude: 50.4669, longitude: 4.8675 },
      { town: "Nowhere" },
    ];
    const windows = [
      { opensOn: "2026-11-01", closesOn: "2026-12-01" },
      { opensOn: "2027-01-01", closesOn: "2027-02-01" },
    ];
    const runs = toRunDocuments(aRecord({ sessions: [aSessionRecord({ startsOn: "2027-05-01", places, windows })] }), 1).filter(
      ({ spot }) => spot !== null,
    );
    const stops = runs.map(({ opens, spot }) => `${opens} ${spot}`);
    expect([runs.length, new Set(stops).size, new Set(runs.map(({ pair }) => pair)).size]).toEqual([4, 4, 2]);
    for (const { spots, spot } of runs) expect(spots).toContain(spot);
  });

  it("are at no place where their session says none", () => {
    const record = aRecord({ sessions: [aSessionRecord({ startsOn: "2027-05-01", places: [{ town: "Nowhere" }] })] });
    const [run, ...idle] = toRunDocuments(record, 1);
    expect(run).toMatchObject({ spot: null, pair: record.id });
    expect(idle).toMatchObject([{ spot: null, pair: record.id }]);
  });

  it("have ids of their own, and the same ones whenever they are written", () => {
    fc.assert(
      fc.property(anOffering, (record) => {
        const ids = toRunDocuments(record, 1).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(toRunDocuments(record, 2).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });
});
