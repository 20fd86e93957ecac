import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, may, mayAtAll, permissions, type Role, rolesFor } from "./permissions";

const role = fc.constantFrom<Role>(
  ...rolesFor(["provider", "competent-authority", "guidance-service"]),
  "person",
  "key-read",
  "key-write",
  "key-publish",
);
const permission = fc.constantFrom(...permissions);
const organisation = fc.constantFrom("one", "other", null);
const actor = fc.record({ id: fc.constant("person:me"), role, organisationId: organisation, keeps: fc.boolean() });

test("nobody has a right over the records of another organisation or person", () => {
  fc.assert(
    fc.property(actor, permission, (who: Actor, right) => {
      const theirs = who.organisationId === "one" ? "other" : "one";
      expect(may(who, right, { providerId: theirs })).toBe(false);
      expect(may(who, right, { organisationId: theirs })).toBe(false);
      expect(may(who, right, { personId: "somebody-else" })).toBe(false);
    }),
  );
});

test("a record of nobody is nobody's, also for those who act for no organisation", () => {
  fc.assert(
    fc.property(actor, permission, (who: Actor, right) => {
      expect(may(who, right, { providerId: null })).toBe(false);
    }),
  );
});

test("what one may do with an own record is what one may do at all", () => {
  fc.assert(
    fc.property(actor, permission, (who: Actor, right) => {
      if (who.organisationId === null) return;
      expect(may(who, right, { providerId: who.organisationId })).toBe(mayAtAll(who, right));
    }),
  );
});

test("each role of a provider may do what the one below it may", () => {
  const ladders: Role[][] = [
    ["viewer", "editor", "manager"],
    ["key-read", "key-write", "key-publish"],
  ];
  for (const ladder of ladders) {
    for (const [position, lower] of ladder.slice(0, -1).entries()) {
      const [below, above] = [lower, ladder[position + 1] ?? lower].map((role) => ({ id: "person:me", role, organisationId: "one" }));
      for (const right of permissions) if (below && mayAtAll(below, right)) expect(above && mayAtAll(above, right), right).toBe(true);
    }
  }
});

test("a key never does what only people answer for", () => {
  const key = { id: "key:1", role: "key-publish", organisationId: "one" } as const;
  for (const right of ["team.manage", "key.manage", "offering.archive", "harvest.manage", "policy.publish", "review.sign"] as const)
    expect(may(key, right, { organisationId: "one" }), right).toBe(false);
});

test("what all of the instance share is kept by administrators of its keeper, and by nobody else", () => {
  const record = { organisationId: "one" };
  const who = { id: "person:me", organisationId: "one" } as const;
  expect(may({ ...who, role: "administrator", keeps: true }, "instance.manage", record)).toBe(true);
  expect(may({ ...who, role: "administrator" }, "instance.manage", record)).toBe(false);
  fc.assert(
    fc.property(role, (other) => {
      fc.pre(other !== "administrator");
      const { keeps: _, ...plain } = { ...who, role: other, keeps: true };
      for (const right of permissions) expect(mayAtAll({ ...plain, keeps: true }, right), right).toBe(mayAtAll(plain, right));
    }),
  );
});

test("an organisation has the roles of what it does in the register, and no others", () => {
  expect(rolesFor(["provider", "awarding-body"])).toEqual(["viewer", "editor", "manager"]);
  expect(rolesFor(["competent-authority"])).toContain("registrar");
  expect(rolesFor(["competent-authority"])).not.toContain("manager");
  expect(rolesFor(["recognition-body"])).toEqual([]);
});
