import { leastSearches } from "@/lib/insight/insight";

/** How often a theme was looked for with a place, and how often in vain. `""` is other words, or no place named. */
export type Asked = { theme: string; region: string; asked: number; unanswered: number };

/** What the catalogue has of a theme in a region; without a region, anywhere. */
export type Supply = { theme: string; region: string; offerings: number; open: number };

export type Demand = Asked & Pick<Supply, "offerings" | "open">;

const key = ({ theme, region }: { theme: string; region: string }) => `${theme} ${region}`;

/** Demand beside supply. Fewer searches than may be told are left out. */
export function besideSupply(asked: Asked[], supply: Supply[]): Demand[] {
  const there = new Map(supply.map((one) => [key(one), one]));
  return asked
    .filter((one) => one.asked >= leastSearches)
    .map((one) => ({ ...one, offerings: there.get(key(one))?.offerings ?? 0, open: there.get(key(one))?.open ?? 0 }));
}

/** Sums over regions, the most asked theme first and other words last. Supply without a region is that of all: an offering can be in two. */
export function byTheme(asked: Asked[], supply: Supply[]): Demand[] {
  const sums = [...Map.groupBy(asked, ({ theme }) => theme)].map(([theme, of]) => ({
    theme,
    region: "",
    asked: of.reduce((sum, one) => sum + one.asked, 0),
    unanswered: of.reduce((sum, one) => sum + one.unanswered, 0),
  }));
  return besideSupply(sums, supply).sort(
    (a, b) => Number(a.theme === "") - Number(b.theme === "") || b.asked - a.asked || a.theme.localeCompare(b.theme),
  );
}

/**
 * Where something is missing, the widest gap first: a place and a theme are named, and people ask. Nothing there comes before little, and
 * then what most people asked for each offering that there is.
 */
export function gaps(demand: Demand[], isOwn: (region: string) => boolean): Demand[] {
  return demand
    .filter(({ theme, region }) => theme !== "" && region !== "")
    .sort(
      (a, b) =>
        Number(isOwn(b.region)) - Number(isOwn(a.region)) ||
        Number(b.offerings === 0) - Number(a.offerings === 0) ||
        b.asked / (b.offerings + 1) - a.asked / (a.offerings + 1) ||
        key(a).localeCompare(key(b)),
    );
}
