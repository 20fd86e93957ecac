import { cairnJson } from "./readers/cairn-json";
import { csv } from "./readers/csv";
import type { Reader } from "./readers/reader";
import { xlsx } from "./readers/xlsx";

/** Every format that a feed can have, by the name under which it is kept. */
export const readers = { json: cairnJson, csv, xlsx } as const satisfies Record<string, Reader>;

export type Format = keyof typeof readers;
export const formats = Object.keys(readers) as [Format, ...Format[]];
