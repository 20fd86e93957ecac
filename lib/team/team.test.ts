import fc from "fast-check";
import { expect, test } from "vitest";
import type { MemberRole } from "@/db/schema";
import { leads, type MemberFact, problemWithChange, rolesIn } from "./team";

test("each kind of organisation has its own roles", () => {
  expect(rolesIn(["provider", "awarding-body"])).toEqual(["viewer", "editor", "manager"]);
  expect(rolesIn(["competent-authority"])).toEqual(["registrar", "auditor", "analyst", "assessor", "administrator"]);
  expect(rolesIn(["quality-agency"])).toEqual([]);
});

const role = fc.constantFrom<MemberRole>("viewer", "editor", "manager");
const team = fc.uniqueArray(fc.record({ personId: fc.constantFrom("a", "b", "c", "d"), role, isSuspended: fc.boolean() }), {
  selector: ({ personId }) => personId,
  minLength: 1,
});

test("whatever is allowed, a team that is led stays led", () => {
  fc.assert(
    fc.property(team, fc.constantFrom("a", "b", "c", "d", "e"), fc.option(role), (members: MemberFact[], personId, next) => {
      const problem = problemWithChange(members, personId, next);
      const isMember = members.some((one) => one.personId === personId);
      const own = members.find((one) => one.personId === personId);
      const others = members.filter((one) => one.personId !== personId);
      const breaks = own && leads(own.role) && !(next && leads(next)) && !others.some((one) => leads(one.role) && !one.isSuspended);
      expect(problem).toBe(isMember ? (breaks ? "lastManager" : undefined) : "memberUnknown");
    }),
  );
});
