import { expect, test } from "vitest";
import { endOfDay, toDate, toMoment } from "./moment";

test("a day ends a microsecond before the next begins, in summer, in winter and on the days between", () => {
  expect(endOfDay("2026-06-01", "Europe/Brussels")).toBe("2026-06-01T21:59:59.999999Z");
  expect(endOfDay("2026-12-01", "Europe/Brussels")).toBe("2026-12-01T22:59:59.999999Z");
  expect(endOfDay("2026-10-25", "Europe/Brussels")).toBe("2026-10-25T22:59:59.999999Z");
  expect(endOfDay("2026-03-29", "Europe/Brussels")).toBe("2026-03-29T21:59:59.999999Z");
});

test("moments come in any offset and compare as text", () => {
  expect(toMoment("2026-06-01T12:00+02:00")).toBe("2026-06-01T10:00:00.000000Z");
  expect(toMoment("2026-06-01 10:00:00.1234569Z")).toBe("2026-06-01T10:00:00.123456Z");
  expect(toDate("2026-06-01T10:00:00.123456Z").toISOString()).toBe("2026-06-01T10:00:00.123Z");
  for (const odd of ["2026-06-01", "2026-06-01T12:00", "2026-13-01T12:00Z", "now", "", "+012026-06-01T00:00Z", "0001-01-01T00:00Z"])
    expect(toMoment(odd), odd).toBeUndefined();
});
