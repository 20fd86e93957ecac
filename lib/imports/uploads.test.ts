import { expect, test } from "vitest";
import { largestFile } from "./file";
import { takeRoom } from "./uploads";

const small = 1024 * 1024;

test("large files side by side have their bounds, for a provider and for the process; small ones go on, and room is given back", () => {
  const first = takeRoom("a", largestFile);
  if (typeof first === "string") throw new Error(first);
  expect(takeRoom("a", largestFile)).toBe("importsWaiting");
  const beside = takeRoom("a", small);
  const others = ["b", "c"].map((name) => takeRoom(name, largestFile - small));
  expect(takeRoom("d", largestFile)).toBe("uploadsBusy");
  first();
  const next = takeRoom("d", largestFile);
  expect(next).toBeTypeOf("function");
  for (const free of [beside, ...others, next]) if (typeof free === "function") free();
  expect(takeRoom("a", 1.5 * largestFile)).toBeTypeOf("function");
});
