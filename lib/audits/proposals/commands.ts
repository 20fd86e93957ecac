import { auditProposals, decisionDrafts } from "@/db/schema";
import { recordAct, withAudit } from "@/lib/audits/acts/commands";
import { inForce } from "@/lib/audits/audit";
import { listFindingWords } from "@/lib/audits/findings/queries";
import { isNonConform } from "@/lib/audits/result";
import type { Actor } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { ok, type Result } from "@/lib/result";
import { reasonsFor } from "./reasons";

export type Proposal = { kind: "limit" | "suspend" | "withdraw" | "correct"; effect: string };

/**
 * Hands a proposal to the registrars: the draft of a decision, with the reasons that the findings give. Whoever audits does not decide; a
 * registrar fills in what is missing, sees the dry run and signs, or throws it away.
 */
export async function proposeDecision(actor: Actor, number: number, { kind, effect }: Proposal, locale: string): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const { tx, audit, state, acts } = held;
    // Clicked twice: the one that is there.
    const last = acts.at(-1);
    if (last?.kind === "proposed" && last.decision === kind && last.on === today() && last.personId === held.personId) return ok(null);
    const done = await recordAct(held, { kind: "proposed", proposal: state.proposals + 1, decision: kind });
    if (!done.ok) return done;
    const words = await listFindingWords(audit.id, tx);
    const wrong = inForce(state).filter(({ grade }) => isNonConform(grade));
    const texts = wrong.flatMap((one) => words.filter(({ number: of, revision }) => of === one.number && revision === one.revision));
    const language = isLocale(locale) ? locale : defaultLocale;
    const only = new Set(texts.map(({ slug }) => slug));
    const offering = only.size === 1 ? [...only][0] : null;
    const form: SentForm = {
      kind: [kind],
      from: [today()],
      [`reasons.${language}`]: [reasonsFor(audit.number, texts, audit.standards, language)],
      ...(kind === "limit" && effect ? { effect: [effect] } : {}),
      ...(offering && (kind === "limit" || kind === "suspend") ? { scope: ["some"], offering: [offering] } : {}),
    };
    const draft = { authorityId: audit.authorityId, organisationId: audit.organisationId, kind, form, authorId: held.personId };
    const [made] = await tx.insert(decisionDrafts).values(draft).returning({ id: decisionDrafts.id });
    if (!made) throw new Error("A draft was not written");
    await tx.insert(auditProposals).values({ caseId: audit.id, number: state.proposals + 1, kind, draftId: made.id, proposedAt: now() });
    return ok(null);
  });
}
