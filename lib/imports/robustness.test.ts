import fc from "fast-check";
import { expect, test } from "vitest";
import { offeringContent } from "@/lib/offerings/content";
import { anyCoverage } from "@/lib/offerings/coverage";
import { decide } from "./decide";
import { context } from "./fixtures/context";
import { csv, good } from "./fixtures/rows";
import { groupRows } from "./group";
import { mappingInput } from "./mapping";
import { prepare } from "./prepare";

test("random bytes never throw", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom("", "PK\x03\x04", '{"offerings":', "[", "id;titel\n"),
      async (bytes, start) => {
        const prepared = await prepare(Buffer.concat([Buffer.from(start, "latin1"), bytes]), mappingInput.parse({}), context);
        if (prepared.ok) for (let place = 0; place < prepared.value.totalRows; place++) prepared.value.read(place);
      },
    ),
    { numRuns: 300 },
  );
});

test("whatever happens to a good file, every row is accounted for exactly once and what is published holds", async () => {
  const base = csv([good, ...Array.from({ length: 6 }, (_, index) => [`X${index}`, ...good.slice(1)])]);
  const mutation = fc.record({
    at: fc.nat(base.length - 1),
    remove: fc.nat(20),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom(...['"', ";", "\n", "<p>", "\0", "é", "\ud800"].map((text) => new Uint8Array(Buffer.from(text)))),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      const bytes = mutations.reduce(
        (file, { at, remove, insert }) => Buffer.concat([file.subarray(0, at), insert, file.subarray(at + remove)]),
        base,
      );
      const prepared = await prepare(bytes, mappingInput.parse({}), context);
      if (!prepared.ok) return;
      const { groups, read, totalRows } = prepared.value;
      const decisions = groups.map((places) =>
        decide(groupRows(places.map(read)), undefined, { statements: {}, today: context.today, coverage: anyCoverage }),
      );
      const rows = decisions.flatMap((decision) => decision.rows);
      expect(rows).toHaveLength(totalRows);
      expect(new Set(rows.map(({ sheet, row }) => `${sheet} ${row}`)).size).toBe(totalRows);
      for (const { outcome, problems } of rows)
        expect(outcome === "published" || outcome === "unchanged" || problems.length > 0).toBe(true);
      for (const { change } of decisions) if (change) offeringContent.parse(change.publish?.content ?? change.pending);
    }),
    { numRuns: 200 },
  );
});
