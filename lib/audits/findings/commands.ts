import { and, eq } from "drizzle-orm";
import { auditFindings, versions } from "@/db/schema";
import { type Held, recordAct, withAudit } from "@/lib/audits/acts/commands";
import type { FindingInput, Settling } from "@/lib/audits/input";
import { isStandardOf } from "@/lib/audits/standards";
import type { Actor } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { ok, type Result, refuse } from "@/lib/result";
import { findOfferingOf, listFindingWords } from "./queries";

type Inspected = { offeringId: string | null; versionNumber: number | null };

/** Drafts a finding, or words one anew that was not sent yet. Of an offering it is about one version, by default the one in force. */
export async function draftFinding(actor: Actor, number: number, input: FindingInput): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const inspected = await findInspected(held, input.offering, input.version);
    if (!inspected.ok) return inspected;
    const { finding, standard, grade, text } = input;
    if (!isStandardOf(held.audit.standards, standard, inspected.value.offeringId !== null))
      return refuse({ code: "auditStandardMissing", field: "standard" });
    const known = held.state.findings.find((one) => one.number === finding);
    if (known && (await isSame(held, known.revision, { number: finding, ...inspected.value, standard, grade, text }))) return ok(null);
    return await word(held, {
      kind: "found",
      number: finding,
      revision: (known?.revision ?? 0) + 1,
      standard,
      grade,
      text,
      ...inspected.value,
    });
  });
}

async function findInspected({ tx, audit }: Held, given: string, version: number | undefined): Promise<Result<Inspected>> {
  if (given === "")
    return version ? refuse({ code: "auditVersionOfWhat", field: "offering" }) : ok({ offeringId: null, versionNumber: null });
  const offering = await findOfferingOf(tx, audit.organisationId, given);
  if (!offering) return refuse({ code: "offeringOfProviderMissing", field: "offering" });
  const wanted = version ?? offering.version;
  const [known] = wanted
    ? await tx
        .select({ number: versions.number })
        .from(versions)
        .where(and(eq(versions.offeringId, offering.id), eq(versions.number, wanted)))
    : [];
  return known ? ok({ offeringId: offering.id, versionNumber: known.number }) : refuse({ code: "auditVersionUnknown", field: "version" });
}

type Words = Inspected & Pick<typeof auditFindings.$inferSelect, "number" | "standard" | "grade" | "text">;

/** Sent twice, it is one wording. */
async function isSame({ tx, audit }: Held, revision: number, words: Words): Promise<boolean> {
  const last = (await listFindingWords(audit.id, tx)).find((one) => one.number === words.number && one.revision === revision);
  return last !== undefined && Object.entries(words).every(([name, value]) => last[name as keyof Words] === value);
}

async function word(
  held: Held,
  { kind, reason, revision, ...words }: Words & { kind: "found" | "changed"; revision: number; reason?: string },
): Promise<Result<null>> {
  const { number: finding, standard, grade } = words;
  const said = { finding, revision, standard, grade };
  const done = await recordAct(held, kind === "found" ? { kind, ...said } : { kind, ...said, reason: reason ?? "" });
  if (!done.ok) return done;
  await held.tx.insert(auditFindings).values({ caseId: held.audit.id, revision, ...words, writtenAt: now() });
  return ok(null);
}

/** Takes back a draft that was not sent. */
export async function dropDraft(actor: Actor, number: number, finding: number): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    if (held.state.stage !== "examined") return refuse({ code: "auditNotAtStage" });
    const done = await recordAct(held, { kind: "dropped", finding, reason: "" });
    return done.ok ? ok(null) : done;
  });
}

/** Sends the findings to the provider, for its answer by a day. */
export async function sendFindings(actor: Actor, number: number, dueOn: string): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const done = await recordAct(held, { kind: "sent", dueOn });
    return done.ok ? ok(null) : done;
  });
}

/** After the provider's answer: keeps a finding, words it anew or drops it, each with the reason. What it said before stays to be read. */
export async function settleFinding(
  actor: Actor,
  number: number,
  finding: number,
  { how, reason, ...said }: Settling,
): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const known = held.state.findings.find((one) => one.number === finding);
    const last = (await listFindingWords(held.audit.id, held.tx)).findLast((one) => one.number === finding);
    if (!known || !last) return refuse({ code: "auditFindingUnknown" });
    if (how !== "changed") {
      const done = await recordAct(held, { kind: how, finding, reason });
      return done.ok ? ok(null) : done;
    }
    const { offeringId, versionNumber } = last;
    const words = {
      number: finding,
      offeringId,
      versionNumber,
      standard: said.standard ?? last.standard,
      grade: said.grade ?? last.grade,
      text: said.text ?? last.text,
    };
    if (!isStandardOf(held.audit.standards, words.standard, offeringId !== null))
      return refuse({ code: "auditStandardMissing", field: "standard" });
    if (await isSame(held, last.revision, words))
      return known.settled?.how === "changed" ? ok(null) : refuse({ code: "auditNothingChanged", field: "text" });
    return await word(held, { kind: "changed", revision: known.revision + 1, reason, ...words });
  });
}

/** What was found stands: after the answer, or once the provider's days for it are over. */
export async function finaliseFindings(actor: Actor, number: number): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const done = await recordAct(held, { kind: "finalised" });
    return done.ok ? ok(null) : done;
  });
}
