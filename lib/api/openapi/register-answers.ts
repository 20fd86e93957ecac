import { z } from "zod";
import { reportDecisions, reportStatuses, reportTypes } from "@/lib/interop/deqar/said";
import { statuses } from "@/lib/register/search/query";

/** What the register answers; a test holds every answer to it. */
const texts = z.record(z.string(), z.string());
const day = z.iso.date().nullable();
const moment = z.string().meta({ description: "UTC with microseconds.", example: "2026-06-01T21:59:59.999999Z" });
const named = z.object({ slug: z.string(), name: texts });
const url = z.string().nullable();

const ended = z.object({ number: z.int(), kind: z.string(), decidedOn: z.iso.date() });
const term = {
  from: day,
  lastDay: day.meta({ description: "Null exactly where it is stated as open-ended." }),
  end: z.enum(["stated", "stated-open-ended", "by-decision"]).meta({ description: "What says when it ends. An end is never assumed." }),
  endedBy: ended.nullable().meta({ description: "The later decision that set the end." }),
  decision: z
    .object({ number: z.int(), kind: z.string(), decidedOn: z.iso.date(), authority: named, document: url })
    .nullable()
    .meta({ description: "The decision that says so." }),
};
const scope = {
  eqf: z.array(z.int()).nullable().meta({ description: "Null is not limited in this part, here and below." }),
  fields: z.array(z.string()).nullable().meta({ description: "ISCED-F codes; a code covers all that begin with it." }),
  settings: z.array(z.string()).nullable(),
};

const registration = z.object({ ...term, status: z.string(), authority: named }).meta({ id: "RegisterRegistration" });
const accreditation = z
  .object({
    ...term,
    key: z.string(),
    title: texts,
    type: z.string(),
    standard: z.string(),
    standardLabel: texts,
    body: named,
    scope: z.object({ ...scope, jurisdictions: z.array(z.string()).nullable(), offering: z.string().nullable() }),
    effect: z.enum(["full", "no-new-starts", "teach-out", "withdrawn"]),
    effectOn: day,
    decisionUrl: url,
    reportUrl: url,
  })
  .meta({ id: "RegisterAccreditation" });
const restriction = z
  .object({
    ...term,
    key: z.string(),
    scope: z.object({ ...scope, offering: z.string().nullable() }),
    effect: z.enum(["hidden", "no-new-starts", "teach-out", "warning"]),
    effectOn: day,
    statement: texts,
    reviewOn: day,
  })
  .meta({ id: "RegisterRestriction" });

const answered = {
  register: z.string().meta({ description: "The instance that answers." }),
  question: z.object({
    provider: z.object({ id: z.uuid(), slug: z.string(), name: texts }),
    eqf: z.int().nullable(),
    field: z.string().nullable(),
    validOn: z.iso.date(),
    asKnownOn: z.string().meta({ description: "A day, or a moment; asked for now, that of the last change." }),
  }),
  asKnownAt: moment,
  answer: z.object({
    verdict: z.enum(["yes", "limited", "no"]),
    registered: z.boolean(),
    accredited: z.boolean(),
    reason: z
      .object({
        code: z.string(),
        since: day.optional(),
        from: day.optional(),
        on: day.optional(),
        outside: z.array(z.string()).optional(),
      })
      .nullable(),
  }),
  basis: z.object({
    registrations: z.array(registration),
    accreditations: z.array(accreditation),
    restrictions: z.array(
      restriction.extend({ bears: z.enum(["whole", "part"]).meta({ description: "On all that was asked for, or on part of it." }) }),
    ),
  }),
  sentence: texts.meta({ description: "The answer in words, by language." }),
};
const receipt = { id: z.string(), jws: z.string(), address: z.string(), page: z.string() };
const key = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string() });

export const statusAnswer = z
  .object({ ...answered, receipt: z.object(receipt).nullable().meta({ description: "Null where this instance has no key." }) })
  .meta({ id: "RegisterAnswer" });

export const receiptAnswer = z
  .object({ ...answered, receipt: z.object({ ...receipt, givenAt: z.string(), key, signatureHolds: z.boolean() }) })
  .meta({ id: "RegisterReceipt" });

const listed = {
  id: z.uuid(),
  slug: z.string(),
  name: texts,
  providerType: z.string().nullable(),
  town: z.string().nullable(),
  nuts: z.string().nullable(),
  status: z.enum(statuses),
  since: day,
  until: day,
};
const asked = { validOn: z.iso.date(), asKnownOn: z.string() };

export const organisationsAnswer = z.object({
  ...asked,
  items: z.array(z.object(listed)),
  next: z.string().nullable().meta({ description: "Address of the next page." }),
});

const holds = { holds: z.boolean().meta({ description: "On the day that was asked for." }) };
const decision = z.object({
  number: z.int(),
  kind: z.string(),
  decidedOn: z.iso.date(),
  effectiveFrom: z.iso.date(),
  recordedAt: moment,
  authority: named,
  statement: texts,
  reasons: texts,
  document: url,
  reviewOn: day,
  supersedes: z.int().nullable(),
  supersededBy: z.int().nullable(),
  changes: z
    .array(z.looseObject({ of: z.string(), from: z.iso.date(), until: day }))
    .meta({ description: "What it says of which days; `until` is the first day after." }),
});

const qualityReport = z
  .object({
    agency: z.object({
      deqarId: z.int(),
      acronym: z.string(),
      name: z.string(),
      inEqar: z
        .object({ from: day, lastDay: day })
        .nullable()
        .meta({ description: "Its time in EQAR that holds the first day of the report; null where it was not in EQAR." }),
    }),
    localIdentifier: z.string().meta({ description: "What names the report at its agency." }),
    type: z.enum(reportTypes),
    status: z.enum(reportStatuses),
    decision: z.enum(reportDecisions),
    activities: z.array(z.string()),
    from: day,
    lastDay: day.meta({ description: "Null where the report states no end: none is assumed." }),
    ...holds,
    programmes: z.array(z.object({ name: z.string(), cycle: z.int().nullable(), ects: z.number().nullable() })),
    files: z.array(z.object({ url: z.string(), name: z.string().nullable(), languages: z.array(z.string()) })),
    links: z.array(z.object({ url: z.string(), name: z.string().nullable() })),
    matchedBy: z.object({ scheme: z.string(), value: z.string() }).nullable().meta({
      description:
        "The identifier by which the report was found to be about the organisation; null where an officer confirmed an equal name.",
    }),
    predecessor: named.nullable().meta({ description: "The organisation that the report was about, where this one followed it." }),
  })
  .meta({ id: "RegisterQualityReport", description: "An external quality report, as DEQAR has it." });

export const organisationAnswer = z
  .object({
    ...listed,
    ...asked,
    country: z.string(),
    homepage: url,
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
    asKnownAt: moment,
    names: z.array(z.object({ name: texts, from: day, lastDay: day })),
    registrations: z.array(registration.extend(holds)),
    accreditations: z.array(accreditation.extend(holds)),
    qualityReports: z.array(qualityReport),
    restrictions: z.array(restriction.extend(holds)),
    decisions: z.array(decision),
    successions: z.array(
      z.object({ kind: z.string(), on: z.iso.date(), organisation: z.string(), name: texts, is: z.enum(["successor", "predecessor"]) }),
    ),
  })
  .meta({ id: "RegisterOrganisation" });

export const keysAnswer = z.object({ keys: z.array(key.extend({ use: z.literal("sig"), alg: z.literal("EdDSA") })) });
