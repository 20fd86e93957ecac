import { customType } from "drizzle-orm/pg-core";

/** Postgres ranges travel as their text form, such as `[2026-09-01,)`: half-open, the upper end not included. */
export const daterange = customType<{ data: string }>({ dataType: () => "daterange" });
export const tstzrange = customType<{ data: string }>({ dataType: () => "tstzrange" });
/** Several periods in one value: an offering can be visible, hidden and visible again. */
export const tstzmultirange = customType<{ data: string }>({ dataType: () => "tstzmultirange" });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
/** A transaction's number, which never comes twice. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
