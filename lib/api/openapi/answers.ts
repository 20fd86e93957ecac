import { z } from "zod";
import { offeringDocument, sessionDocument } from "@/lib/api/offerings/document";
import { statuses } from "@/lib/api/offerings/queries";

/** What the provider's API answers, so that clients can be made from it; a test holds every answer to it. */
const problem = z.object({
  code: z.string(),
  field: z.string().optional().meta({ description: "Path of what is to be put right." }),
  value: z.string().optional(),
  detail: z.string().meta({ description: "What is wrong and what to do, in the language of Accept-Language." }),
});

export const problemAnswer = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), problems: z.array(problem).optional() })
  .meta({ id: "Problem", description: "A refusal (RFC 9457). `problems` has every fault that was found." });

const outcome = z.enum(["draft", "published", "updated", "unchanged"]);
const said = offeringDocument.partial().omit({ id: true, publish: true, sessions: true });
const session = sessionDocument.meta({ id: "StoredSession" });

export const offeringAnswer = z
  .object({
    id: z.string(),
    slug: z.string(),
    status: z.enum(statuses),
    address: z.string().meta({ description: "The public page." }),
    version: z.int().nullable().meta({ description: "Number of the version that is live." }),
    live: said.nullable(),
    next: said.nullable().meta({ description: "What is to be published next." }),
    nextMakes: z.enum(["unchanged", "new-version", "new-offering"]).nullable().meta({ description: "What publishing it will make." }),
    missing: z.array(z.object({ code: z.string(), field: z.string() })).meta({ description: "What publishing lacks." }),
    sessions: z.array(session),
  })
  .meta({ id: "StoredOffering" });

const supersedes = z
  .string()
  .nullable()
  .meta({ description: "Slug of the offering whose place a new one takes, as ECTS or outcomes changed." });

export const writtenAnswer = z
  .object({ outcome, dryRun: z.boolean(), supersedes, offering: offeringAnswer.nullable() })
  .meta({ id: "Written" });

export const sessionAnswer = session;
export const sessionWrittenAnswer = z.object({ outcome, dryRun: z.boolean(), session: session.nullable() }).meta({ id: "WrittenSession" });
export const sessionsAnswer = z.object({ items: z.array(session) });

export const listAnswer = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        status: z.enum(statuses),
        version: z.int().nullable(),
        hasNext: z.boolean(),
        title: z.record(z.string(), z.string()),
        updatedAt: z.iso.datetime(),
      }),
    ),
    next: z.string().nullable().meta({ description: "Address of the next page." }),
  })
  .meta({ id: "OfferingList" });

export const bulkAnswer = z
  .object({
    dryRun: z.boolean(),
    counts: z.record(z.string(), z.int()),
    results: z.array(
      z.object({
        index: z.int(),
        id: z.string().nullable(),
        outcome: z.enum([...outcome.options, "refused"]),
        supersedes: supersedes.optional(),
        slug: z.string().nullish(),
        version: z.int().nullish(),
        problems: z.array(problem),
      }),
    ),
  })
  .meta({ id: "BulkAnswer" });
