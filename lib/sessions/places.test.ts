import { expect, it } from "vitest";
import { townsOf } from "./places";

const gent = { town: "Gent", latitude: 51.05, longitude: 3.72 };
const namur = { town: "Namur", latitude: 50.47, longitude: 4.87 };

it("counts a session once in each of its towns, and leaves out what has no coordinates", () => {
  const sessions = [
    { places: [namur, gent] },
    { places: [gent, { ...gent, address: "Korenmarkt 1", latitude: 51.06 }] },
    { places: [{ town: "Elsewhere" }] },
    { places: [] },
  ];
  expect(townsOf(sessions).map(({ name, count }) => [name, count])).toEqual([
    ["Gent", 2],
    ["Namur", 1],
  ]);
});
