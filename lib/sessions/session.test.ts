import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import { aDay, window } from "@/lib/testing/days";
import { isCurrent, isInvitation, openWindow, type SessionDates, sessionState } from "./session";

const session: SessionDates = {
  startsOn: "2027-02-01",
  endsOn: "2027-03-31",
  cancelledOn: null,
  seatsLeft: 5,
  windows: [{ opensOn: "2026-12-01", closesOn: "2027-01-20" }],
};

function stateOn(day: string, change: Partial<SessionDates> = {}) {
  return sessionState({ ...session, ...change }, day);
}

describe("the state of a session, on the very days on which it turns", () => {
  it("tells when enrolment opens, until the day before", () => {
    expect(stateOn("2026-11-30")).toEqual({ state: "opens-on", on: "2026-12-01" });
    expect(stateOn("2026-12-01")).toEqual({ state: "enrol-now", until: "2027-01-20" });
  });

  it("is closing soon in the last seven days, the last day included", () => {
    expect(stateOn("2027-01-12").state).toBe("enrol-now");
    expect(stateOn("2027-01-13")).toEqual({ state: "closing-soon", until: "2027-01-20" });
    expect(stateOn("2027-01-20").state).toBe("closing-soon");
    expect(stateOn("2027-01-21")).toEqual({ state: "starts-soon", on: "2027-02-01" });
  });

  it("is ongoing from its first to its last day, and ended on the next", () => {
    expect(stateOn("2027-01-31").state).toBe("starts-soon");
    expect(stateOn("2027-02-01")).toEqual({ state: "ongoing", until: "2027-03-31" });
    expect(stateOn("2027-03-31").state).toBe("ongoing");
    expect(stateOn("2027-04-01")).toEqual({ state: "ended", on: "2027-03-31" });
  });

  it("of one day only is over the day after", () => {
    expect(stateOn("2027-02-01", { endsOn: null })).toEqual({ state: "ongoing", until: null });
    expect(stateOn("2027-02-02", { endsOn: null })).toEqual({ state: "ended", on: "2027-02-01" });
  });

  it("takes enrolment up to its first day where no end is stated", () => {
    const windows = [{ opensOn: "2026-12-01", closesOn: null }];
    expect(stateOn("2027-02-01", { windows })).toEqual({ state: "closing-soon", until: "2027-02-01" });
    expect(stateOn("2027-02-02", { windows }).state).toBe("ongoing");
  });

  it("still takes enrolment after it began where the window says so", () => {
    const windows = [{ opensOn: null, closesOn: "2027-02-28" }];
    expect(stateOn("2027-02-10", { windows })).toEqual({ state: "enrol-now", until: "2027-02-28" });
  });

  it("opens again in a second window", () => {
    const windows = [...session.windows, { opensOn: "2027-01-25", closesOn: "2027-01-30" }];
    expect(stateOn("2027-01-22", { windows })).toEqual({ state: "opens-on", on: "2027-01-25" });
    expect(stateOn("2027-01-25", { windows })).toEqual({ state: "closing-soon", until: "2027-01-30" });
  });

  it("does not announce an enrolment that can never take place", () => {
    const windows = [{ opensOn: "2027-02-10", closesOn: null }];
    expect(stateOn("2027-01-25", { windows })).toEqual({ state: "starts-soon", on: "2027-02-01" });
  });

  it("is full while no seat is left, until it begins", () => {
    expect(stateOn("2026-12-24", { seatsLeft: 0 })).toEqual({ state: "full" });
    expect(stateOn("2027-02-01", { seatsLeft: 0 }).state).toBe("ongoing");
    expect(stateOn("2027-04-01", { seatsLeft: 0 }).state).toBe("ended");
  });

  it("without a date is to be scheduled, unless one can enrol all the same", () => {
    const undated = { startsOn: null, endsOn: null };
    expect(stateOn("2026-11-30", { ...undated, windows: [] })).toEqual({ state: "to-be-scheduled" });
    expect(stateOn("2026-11-30", undated).state).toBe("to-be-scheduled");
    expect(stateOn("2026-12-02", { ...undated, windows: [{ opensOn: null, closesOn: null }] })).toEqual({
      state: "enrol-now",
      until: null,
    });
  });

  it("is cancelled before anything else, and archived before that", () => {
    const cancelled = { ...session, cancelledOn: "2026-12-02" };
    for (const day of ["2026-11-30", "2027-01-15", "2027-02-15", "2027-05-01"]) {
      expect(sessionState(cancelled, day)).toEqual({ state: "cancelled" });
      expect(sessionState(cancelled, day, true)).toEqual({ state: "archived" });
    }
  });

  it("is an invitation while enrolment is open or to come, and none once it runs, is over or cancelled", () => {
    expect(["2026-11-01", "2026-12-15", "2027-01-18"].map((day) => isInvitation(stateOn(day)))).toEqual([true, true, true]);
    expect(["2027-02-10", "2027-04-01"].map((day) => isInvitation(stateOn(day)))).toEqual([false, false]);
    expect(isInvitation(stateOn("2026-12-15", { cancelledOn: "2026-12-02" }))).toBe(false);
  });
});

/** Sessions as the database accepts them: an end not before the start, a window not closed before it opens. */
const aSession: fc.Arbitrary<SessionDates> = fc
  .record({
    startsOn: fc.option(aDay),
    length: fc.option(fc.nat(6)),
    cancelledOn: fc.option(aDay, { freq: 6 }),
    seatsLeft: fc.constantFrom(null, 0, 4),
    windows: fc.array(fc.record({ opensOn: fc.option(aDay), closesOn: fc.option(aDay) }), { maxLength: 3 }),
  })
  .map(({ length, ...dates }) => ({
    ...dates,
    endsOn: dates.startsOn !== null && length !== null ? addDays(dates.startsOn, length) : null,
    windows: dates.windows.filter(({ opensOn, closesOn }) => opensOn === null || closesOn === null || opensOn <= closesOn),
  }));

describe("every session on every day", () => {
  const eachDay = (assert: (dates: SessionDates, day: string) => void) =>
    fc.assert(
      fc.property(aSession, (dates) => {
        for (const day of window) assert(dates, day);
      }),
      { numRuns: 500 },
    );

  it("invites to enrol exactly while a window is open, seats are left and it is current", () => {
    eachDay((dates, day) => {
      const invites = ["enrol-now", "closing-soon"].includes(sessionState(dates, day).state);
      expect(invites).toBe(isCurrent(dates, day) && dates.seatsLeft !== 0 && openWindow(dates, day) !== undefined);
    });
  });

  it("is current exactly while it is neither cancelled nor ended", () => {
    eachDay((dates, day) => {
      expect(isCurrent(dates, day)).toBe(!["cancelled", "ended"].includes(sessionState(dates, day).state));
    });
  });

  it("keeps what it announces: on the day named, enrolment is open", () => {
    eachDay((dates, day) => {
      const told = sessionState(dates, day);
      if (told.state !== "opens-on") return;
      expect(told.on > day).toBe(true);
      expect(["enrol-now", "closing-soon"]).toContain(sessionState(dates, told.on).state);
    });
  });

  it("names no day that has passed as still to come", () => {
    eachDay((dates, day) => {
      const told = sessionState(dates, day);
      if (told.state === "starts-soon") expect(told.on > day).toBe(true);
      if ((told.state === "enrol-now" || told.state === "closing-soon" || told.state === "ongoing") && told.until !== null)
        expect(told.until >= day).toBe(true);
    });
  });
});
