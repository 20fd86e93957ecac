import { findPlace } from "@/lib/country/country";
import { cleanLine } from "./html";
import type { PlaceInput, PlaceTexts, SessionDraft } from "./reading";

const properties = ["town", "address", "postalCode"] as const;
/** Stands where one of several places has no address or postal code. */
const none = "–";
const [mostPlaces, longestText] = [200, 300];

/**
 * The places of a run. Where several towns stand in one cell, one a line or with semicolons between them, addresses and postal codes stand
 * in the same order. `agree` is false where there are more of those than towns, or where places are said in two ways: then it is left out.
 */
export function placesOf({ town = "", address = "", postalCode = "", places }: SessionDraft): { places: PlaceInput[]; agree: boolean } {
  if (places)
    return { places: places.slice(0, mostPlaces).flatMap(toPlace), agree: !town && !address && !postalCode && places.length <= mostPlaces };
  const towns = parts(town);
  if (towns.length < 2) return { places: toPlace({ town, address, postalCode }), agree: true };
  const [addresses, codes] = [parts(address), parts(postalCode)];
  const fits = (texts: string[]) => texts.length <= towns.length;
  const said = towns.map((one, index) => ({
    town: one,
    ...(fits(addresses) ? { address: addresses[index] ?? "" } : {}),
    ...(fits(codes) ? { postalCode: codes[index] ?? "" } : {}),
  }));
  return { places: said.slice(0, mostPlaces).flatMap(toPlace), agree: fits(addresses) && fits(codes) && towns.length <= mostPlaces };
}

/** A text of several lines has semicolons within them. */
function parts(cell: string): string[] {
  return cell
    .trim()
    .split(cell.trim().includes("\n") ? "\n" : /[;|]/)
    .map((part) => (/^[-–—]$/.test(part.trim()) ? "" : part));
}

const known = new Map<string, ReturnType<typeof findPlace>>();

/** Towns of the country get their region and coordinates; others are kept as written. */
function toPlace(said: PlaceTexts): PlaceInput[] {
  const [town, address, postalCode] = properties.map((name) => cleanLine(said[name] ?? "").slice(0, longestText)) as [
    string,
    string,
    string,
  ];
  if (!town && !address && !postalCode) return [];
  if (!known.has(town)) {
    if (known.size > 5000) known.clear();
    known.set(town, town ? findPlace(town) : undefined);
  }
  const found = known.get(town);
  return [
    {
      town,
      ...(postalCode ? { postalCode } : {}),
      ...(address ? { address } : {}),
      ...(found ? { nuts: found.nuts, latitude: found.latitude, longitude: found.longitude } : {}),
    },
  ];
}

/** The places of a run as cells, such that `placesOf` finds the same: of several, one a line. */
export function placeCells(places: readonly PlaceTexts[]): Record<keyof PlaceTexts, string> {
  const [only] = places;
  const isPlain = places.length < 2 && parts(only?.town ?? "").length < 2;
  // A single town that would be taken for several is followed by a place that is none.
  const lines = places.length < 2 ? [...places, {}] : places;
  const cell = (name: keyof PlaceTexts) => {
    if (isPlain) return only?.[name] ?? "";
    return name === "town" || lines.some((place) => place[name]) ? lines.map((place) => place[name] || none).join("\n") : "";
  };
  return { town: cell("town"), address: cell("address"), postalCode: cell("postalCode") };
}
