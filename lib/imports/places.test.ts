import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCells, placesOf } from "./places";
import { newSessionDraft } from "./reading";

const read = (said: object) => placesOf({ ...newSessionDraft(), ...said });
const named = (said: object) => read(said).places.map(({ town, address, postalCode }) => [town, address, postalCode]);

test("several towns in one cell are several places, with addresses and postal codes in the same order", () => {
  expect(named({ town: "Gent; Brugge", address: "Kaai 12; –", postalCode: "9000" })).toEqual([
    ["Gent", "Kaai 12", "9000"],
    ["Brugge", undefined, undefined],
  ]);
  expect(named({ town: "Gent | Brugge" }).map(([town]) => town)).toEqual(["Gent", "Brugge"]);
  expect(named({ town: "Gent\nBrugge", address: "Kaai 12; bus 3\nMarkt 1" })).toEqual([
    ["Gent", "Kaai 12; bus 3", undefined],
    ["Brugge", "Markt 1", undefined],
  ]);
  expect(read({ town: "Gent; Brugge" }).places[1]).toMatchObject({ nuts: "BE251" });
});

test("one town is one place, whatever stands in its address", () => {
  expect(named({ town: "Gent", address: "Kaai 12; bus 3" })).toEqual([["Gent", "Kaai 12; bus 3", undefined]]);
  expect(named({ address: "Kaai 12" })).toEqual([["", "Kaai 12", undefined]]);
  expect(named({})).toEqual([]);
});

test("more addresses than towns, or places said in two ways, are named and left out", () => {
  const more = { town: "Gent; Brugge", address: "A; B; C", postalCode: "9000" };
  expect(read(more).agree).toBe(false);
  expect(named(more)).toEqual([
    ["Gent", undefined, "9000"],
    ["Brugge", undefined, undefined],
  ]);
  expect(read({ town: "Gent", places: [{ town: "Brugge" }] }).agree).toBe(false);
});

const text = fc
  .array(fc.constantFrom("Gent", "Kaai", "12", ";", "|", "/", "é", "bus"), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const place = fc.record({ town: text, address: text, postalCode: text }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0);

test("property: what is written into cells is read as the same places", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 5 }), (places) => {
      const { places: found, agree } = read(placeCells(places));
      expect(agree).toBe(true);
      expect(found.map(({ town, address, postalCode }) => ({ town, address, postalCode }))).toEqual(
        places.map(({ town = "", address, postalCode }) => ({ town, address, postalCode })),
      );
    }),
  );
});
