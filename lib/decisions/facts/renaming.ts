import { contains, type Day } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { applied, type RegisterState } from "@/lib/decisions/history";
import { canonical } from "@/lib/offerings/publication";
import type { Texts } from "@/lib/texts/texts";

/** What everybody sees an organisation called until a day, and from it on. */
export type Renaming = { was: Texts; now: Texts; from: Day };

/** Where changes give an organisation another name than the one it has today: from which day on readers see which. Else null: only the past, or the last days, are named. */
export function renamingOf(state: RegisterState, changes: Change[], was: Texts, day: Day): Renaming | null {
  const after = applied(
    state,
    "",
    changes.filter(({ of }) => of === "name"),
  );
  const days = [day, ...changes.flatMap(({ of, from }) => (of === "name" && from !== null && from > day ? [from] : []))].sort();
  for (const from of days) {
    const held = (after.get("name") ?? []).find(({ valid }) => contains(valid, from))?.change;
    if (held?.of === "name" && held.holds && canonical(held.holds.name) !== canonical(was)) return { was, now: held.holds.name, from };
  }
  return null;
}
