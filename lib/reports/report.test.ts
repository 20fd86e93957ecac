import { expect, test } from "vitest";
import { answerDue, caseNumber, lateOn, readAbout, reportState } from "./report";

const at = new Date("2026-05-01T10:00:00Z");
const none = { forwardedAt: null, providerAnsweredAt: null, closedAt: null };

test("a case stands where its last step put it", () => {
  expect(reportState(none)).toBe("received");
  expect(reportState({ ...none, forwardedAt: at })).toBe("forwarded");
  expect(reportState({ ...none, forwardedAt: at, providerAnsweredAt: at })).toBe("answered");
  expect(reportState({ ...none, closedAt: at })).toBe("closed");
});

test("a case is late from the day after its last one, and never once it is closed", () => {
  const due = { ...none, dueOn: answerDue("2026-05-01"), providerDueOn: "2026-05-15" };
  expect(due.dueOn).toBe("2026-05-31");
  expect(lateOn(due, "2026-05-31")).toBeNull();
  expect(lateOn(due, "2026-06-01")).toBe("authority");
  expect(lateOn({ ...due, forwardedAt: at }, "2026-05-15")).toBeNull();
  expect(lateOn({ ...due, forwardedAt: at }, "2026-05-16")).toBe("provider");
  expect(lateOn({ ...due, forwardedAt: at, providerAnsweredAt: at }, "2026-05-16")).toBeNull();
  expect(lateOn({ ...due, closedAt: at }, "2026-07-01")).toBeNull();
});

test("every public page can be named, a record by itself and the rest as the site; no desk, secret link or other site", () => {
  expect(readAbout("offerings/data-in-care")).toEqual({ of: "offerings", slug: "data-in-care", page: "offerings/data-in-care" });
  expect(readAbout("audits/summaries/12")).toMatchObject({ of: "audits/summaries", slug: "12" });
  for (const page of ["", "about", "register", "register/log", "audits/plan-2026", "statistics", "offerings"])
    expect(readAbout(page), page).toEqual({ of: "site", page });
  for (const wrong of [undefined, "offerings/", "offerings/../x", "//evil.example", ["about"], "lists/x", "oversight/reports", "report/x"])
    expect(readAbout(wrong), String(wrong)).toBeUndefined();
});

test("a number is said in the same length for years", () => {
  expect(caseNumber(7)).toBe("R-00007");
  expect(caseNumber(123456)).toBe("R-123456");
});
