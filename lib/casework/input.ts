import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { ok, type Problem, type Result } from "@/lib/result";
import { isCode } from "@/lib/vocabularies/vocabulary";
import { type Answer, type Assessment, type AssessmentDraft, verdicts } from "./assessment";
import type { Check, Reasons } from "./casework";

/** The fields of a form as they were sent: a name that occurs twice has two values. */
export type SentForm = Record<string, string[]>;

const longest = 4000;
/** What two assessors said of a criterion, both as long as they may be. */
const longestReason = 2 * longest + 1;
const text = (form: SentForm, name: string) => form[name]?.[0]?.trim() ?? "";

function told<T>(value: T, problems: Problem[]): Result<T> {
  return problems.length > 0 ? { ok: false, problems } : ok(value);
}

/** The gateway's checks: each answered, and each "no" with a note; whoever lets a case pass says "no" to nothing. */
export function readChecks({ checks }: CriteriaContent, form: SentForm): Result<{ passed: boolean; checks: Check[] }> {
  const problems: Problem[] = [];
  const read = checks.map(({ code }): Check => {
    const [answer, note] = [text(form, `check-${code}`), text(form, `note-${code}`)];
    if (!["yes", "no", "not-applicable"].includes(answer)) problems.push({ code: "checkUnanswered", field: `check-${code}` });
    if (answer === "no" && note === "") problems.push({ code: "noteMissing", field: `note-${code}` });
    if (note.length > longest) problems.push({ code: "messageTooLong", field: `note-${code}` });
    return { code, answer: answer as Check["answer"], note };
  });
  const outcome = text(form, "outcome");
  if (outcome !== "passed" && outcome !== "failed") problems.push({ code: "outcomeMissing", field: "outcome" });
  if (outcome === "passed" && read.some(({ answer }) => answer === "no")) problems.push({ code: "passedWithNo", field: "outcome" });
  return told({ passed: outcome === "passed", checks: read }, problems);
}

/** An assessment or a moderation: a verdict on each criterion, with a comment where it is not met, and the scope it is enough for. */
export function readAssessment(content: CriteriaContent, form: SentForm): Result<Assessment> {
  const problems: Problem[] = [];
  const answers = criteriaOf(content).map(({ code, question }): [string, Answer] => {
    const [given, comment] = [text(form, `verdict-${code}`), text(form, `comment-${code}`)];
    const verdict = verdicts.find((one) => one === given && (question === "scale" || one !== "partly"));
    if (!verdict) problems.push({ code: "criterionUnanswered", field: `verdict-${code}` });
    if (verdict && verdict !== "met" && comment === "") problems.push({ code: "commentMissing", field: `comment-${code}` });
    if (comment.length > longest) problems.push({ code: "messageTooLong", field: `comment-${code}` });
    return [code, { verdict: verdict ?? "not-met", comment }];
  });
  const [levels, fields] = [[...new Set(form.levels ?? [])], [...new Set(form.field ?? [])]];
  if (levels.some((level) => !/^[1-8]$/.test(level))) problems.push({ code: "valueNotAccepted", field: "levels" });
  if (fields.some((code) => !isCode("fields", code))) problems.push({ code: "valueNotAccepted", field: "field" });
  return told({ answers: Object.fromEntries(answers), levels: levels.map(Number).sort(), fields: fields.sort() }, problems);
}

/** An assessment as far as it has come: what is not answered yet is left open. */
export function readAssessmentDraft(content: CriteriaContent, form: SentForm): Result<AssessmentDraft> {
  const problems: Problem[] = [];
  const answers = criteriaOf(content).map(({ code }): [string, AssessmentDraft["answers"][string]] => {
    const comment = text(form, `comment-${code}`);
    if (comment.length > longest) problems.push({ code: "messageTooLong", field: `comment-${code}` });
    return [code, { verdict: verdicts.find((one) => one === text(form, `verdict-${code}`)) ?? null, comment }];
  });
  const levels = (form.levels ?? []).filter((level) => /^[1-8]$/.test(level)).map(Number);
  return told(
    { answers: Object.fromEntries(answers), levels, fields: (form.field ?? []).filter((code) => isCode("fields", code)) },
    problems,
  );
}

/** What is said to the applicant of each criterion; where something is refused, at least something of one. */
export function readReasons(content: CriteriaContent, form: SentForm, refuses: boolean): Result<{ reasons: Reasons; text: string }> {
  const problems: Problem[] = [];
  const reasons = criteriaOf(content).flatMap(({ code }) => {
    const reason = text(form, `reason-${code}`);
    if (reason.length > longestReason) problems.push({ code: "reasonOfTwoTooLong", field: `reason-${code}` });
    return reason === "" ? [] : [[code, reason] as const];
  });
  const summary = text(form, "reason");
  if (summary.length > longest) problems.push({ code: "messageTooLong", field: "reason" });
  if (refuses && summary === "") problems.push({ code: "reasonMissing", field: "reason" });
  return told({ reasons: Object.fromEntries(reasons), text: summary }, problems);
}

/** To which stage a case goes back, and why. */
export function readRemittal(form: SentForm): Result<{ to: "gateway" | "assessment"; text: string }> {
  const problems: Problem[] = [];
  const [to, why] = [text(form, "to"), text(form, "why")];
  if (to !== "gateway" && to !== "assessment") problems.push({ code: "remittalStageMissing", field: "to" });
  if (why === "") problems.push({ code: "reasonMissing", field: "why" });
  if (why.length > longest) problems.push({ code: "messageTooLong", field: "why" });
  return told({ to: to as "gateway" | "assessment", text: why }, problems);
}

/** Free, or why not. */
export function readDeclaration(form: SentForm): Result<string | null> {
  const [choice, conflict] = [text(form, "free"), text(form, "conflict")];
  if (choice === "yes") return ok(null);
  if (choice !== "no") return { ok: false, problems: [{ code: "declarationChoiceMissing", field: "free" }] };
  if (conflict === "") return { ok: false, problems: [{ code: "conflictMissing", field: "conflict" }] };
  return conflict.length > 2000 ? { ok: false, problems: [{ code: "reasonTooLong", field: "conflict" }] } : ok(conflict);
}
