import { isMultilingual, parseTarget } from "./fields";
import { jsonNameOf } from "./json-form";
import { isRecord } from "./json-table";
import type { RowRepair } from "./repair";

/** An offering in our own JSON form with what people put right; its problems name the path in the document. */
export function repairDocument(offering: unknown, repair: RowRepair | undefined): unknown {
  if (!repair || !isRecord(offering)) return offering;
  const copy: Record<string, unknown> = structuredClone(offering);
  for (const [column, value] of Object.entries(repair)) write(copy, pathOf(column), value);
  return copy;
}

function pathOf(column: string): string[] {
  return column.startsWith("offerings.") ? column.split(".").slice(2) : [jsonNameOf(column)];
}

function write(document: Record<string, unknown>, path: string[], value: string): void {
  const [last] = path.slice(-1);
  let place: unknown = document;
  for (const step of path.slice(0, -1)) place = Object.hasOwn(Object(place), step) ? (place as Record<string, unknown>)[step] : undefined;
  if (last === undefined || (!isRecord(place) && !Array.isArray(place)) || last === "__proto__") return;
  const parent = place as Record<string, unknown>;
  const before = parent[last];
  const target = parseTarget(last);
  if (last === "outcomes") parent[last] = value.split("\n").filter((line) => line.trim() !== "");
  else if (isRecord(before) && target && isMultilingual(target.field))
    parent[last] = { ...before, [String(document.language ?? "en").slice(0, 2)]: value };
  else parent[last] = value;
}

/** What an offering of our own form says at a path. */
export function valueAt(offering: unknown, column: string): string {
  let place: unknown = offering;
  for (const step of pathOf(column)) place = Object.hasOwn(Object(place), step) ? (place as Record<string, unknown>)[step] : undefined;
  if (place === undefined || place === null) return "";
  if (Array.isArray(place) && place.every((one) => typeof one !== "object")) return place.join("\n");
  return typeof place === "object" ? JSON.stringify(place) : String(place);
}
