import { names } from "@/lib/sources/sources";
import type { OfferingView } from "./queries";

/**
 * What the page of an offering is drawn from: itself with all that hangs on it, its provider in the register, its successor, and what it
 * is part of or has as parts. Organisations that it names are there by their names, and by their slug where they may still come.
 */
export function sourcesOf({ id, provider, successor, reference, version }: OfferingView): string[] {
  const { awardingBodies, stacksInto } = version.content;
  return [
    id,
    provider.id,
    names,
    ...(successor ? [successor.id] : []),
    reference,
    ...stacksInto,
    ...stacksInto.flatMap((whole) => whole.split(":")[0] ?? []),
    ...awardingBodies.flatMap(({ slug }) => slug ?? []),
  ];
}
