import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { problemAnswer } from "./answers";

/** The public log: what it is asked and answers. The examples hold for any log of an entry or more; a test asks them. */
const hash = z.string().meta({ description: "SHA-256, 32 bytes in base64." });
const note = z
  .string()
  .meta({ description: "A signed note: origin, size, root hash, then a line for each signature (c2sp.org/tlog-checkpoint)." });
const count = (description: string, example?: number) =>
  z
    .int()
    .min(0)
    .optional()
    .meta({ description, ...(example === undefined ? {} : { example }) });

export const entriesAnswer = z.object({
  size: z.int().meta({ description: "How many entries the log has now." }),
  items: z.array(
    z.object({
      position: z.int(),
      leafHash: hash,
      entry: z.string().meta({ description: "The exact text of the entry, canonical JSON (RFC 8785). Its bytes in UTF-8 are the leaf." }),
    }),
  ),
});

export const inclusionAnswer = z.object({
  position: z.int(),
  size: z.int(),
  leafHash: hash,
  root: hash,
  hashes: z.array(hash),
  entry: z.string(),
  checkpoint: note.nullable().meta({ description: "The signed checkpoint of this size, where there is one." }),
});

export const consistencyAnswer = z.object({ first: z.int(), second: z.int(), firstRoot: hash, secondRoot: hash, hashes: z.array(hash) });

export const daysAnswer = z.object({
  items: z.array(z.object({ day: z.iso.date(), size: z.int(), checkpoint: note, address: z.string() })),
  keys: z.array(z.string()).meta({ description: "Verifier keys that have signed: name, key id and key (c2sp.org/signed-note)." }),
  next: z.string().nullable(),
});

const refused = (description: string) => ({ description, content: { "application/problem+json": { schema: problemAnswer } } });
const refusals = { "400": refused("A parameter does not hold."), "503": refused("Nothing was ever signed.") };
const unknown = { "404": refused("The log has no such entry, size or day.") };
const json = (description: string, schema: z.ZodType) => ({ description, content: { "application/json": { schema } } });
const text = (description: string) => ({ description, content: { "text/plain": { schema: note } } });
const tags = ["Public log"];

export const logPaths = {
  "/api/v1/log/checkpoint": {
    get: {
      operationId: "getLogCheckpoint",
      tags,
      summary: "Read the signed head of the log",
      responses: { "200": text("The checkpoint of all that is committed."), "503": refusals["503"] },
    },
  },
  "/api/v1/log/entries": {
    get: {
      operationId: "listLogEntries",
      tags,
      summary: "Read entries",
      description: "In their order, `start` and `end` included; at most 1,000 at once. Fewer may come than were asked for.",
      requestParams: { query: z.object({ start: count("First place, from 0.", 0), end: count("Last place.", 9) }) },
      responses: { "200": json("Entries.", entriesAnswer), ...refusals, ...unknown },
    },
  },
  "/api/v1/log/proof/inclusion": {
    get: {
      operationId: "proveLogInclusion",
      tags,
      summary: "Prove that an entry is in the log",
      description: "RFC 6962, 2.1.1. By `position` or by `leafHash`, in the log of `size` entries.",
      requestParams: {
        query: z.object({ position: count("Its place.", 0), leafHash: hash.optional(), size: count("Without it: the size now.") }),
      },
      responses: { "200": json("The proof.", inclusionAnswer), ...refusals, ...unknown },
    },
  },
  "/api/v1/log/proof/consistency": {
    get: {
      operationId: "proveLogConsistency",
      tags,
      summary: "Prove that the log only grew",
      description: "RFC 6962, 2.1.2. Between a size that you know and a later one.",
      requestParams: {
        query: z.object({ first: z.int().min(0).meta({ example: 1 }), second: count("Without it: the size now.") }),
      },
      responses: { "200": json("The proof.", consistencyAnswer), ...refusals, ...unknown },
    },
  },
  "/api/v1/log/checkpoints": {
    get: {
      operationId: "listLogCheckpoints",
      tags,
      summary: "Read the checkpoints at the ends of days",
      description: "The latest first, in pages: follow `next` until it is null. With the keys that signed.",
      requestParams: {
        query: z.object({ before: z.iso.date().optional().meta({ example: "2099-01-01" }), limit: count("1 to 500.", 100) }),
      },
      responses: { "200": json("Checkpoints.", daysAnswer), ...refusals },
    },
  },
  "/api/v1/log/checkpoints/{day}": {
    get: {
      operationId: "getLogCheckpointOfDay",
      tags,
      summary: "Read the checkpoint of a day",
      description: "The one that stood at the day's end. It never changes.",
      requestParams: { path: z.object({ day: z.iso.date().meta({ example: "2026-11-01" }) }) },
      responses: { "200": text("The checkpoint."), "400": refusals["400"], ...unknown },
    },
  },
} as const satisfies ZodOpenApiPathsObject;
