import type { OfferingContent } from "@/lib/offerings/content";
import { isLabelCode } from "@/lib/terms/term";
import type { VocabularyName } from "@/lib/vocabularies/vocabulary";
import { codeFor, eqfLevel, languageCode, readList, splitList, yesOrNo } from "./codes";
import { type FieldSpec, fields } from "./fields";
import { fold } from "./fold";
import { cleanLine, cleanText, isDamaged } from "./html";
import { parseAmount } from "./numbers";
import { readOutcomes } from "./outcomes";
import { type Cell, type Draft, problem, type ReadContext, translated } from "./reading";

type Of<Kind extends FieldSpec["kind"]> = Extract<FieldSpec, { kind: Kind }>;
type Content = Partial<OfferingContent>;

/** Reads one cell of an offering into the draft; what is not understood becomes a problem and is left out. */
export function readOfferingCell(cell: Cell, draft: Draft, context: ReadContext): void {
  const spec = fields[cell.field];
  switch (spec.kind) {
    case "text":
      readText(cell, spec, draft);
      break;
    case "outcomes":
      readOutcomes(cell, draft, context);
      break;
    case "code":
      readCode(cell, spec, draft);
      break;
    case "codes":
      readCodes(cell, spec, draft, context);
      break;
    case "amount":
      readWorkload(cell, spec, draft, context);
      break;
    case "eqf":
      readEqf(cell, draft);
      break;
    case "bodies":
      readBodies(cell, draft, context);
      break;
    case "languages":
      readLanguages(cell, draft, context);
      break;
    case "keywords":
      readKeywords(cell, draft);
      break;
    case "stacksInto":
      readStacksInto(cell, draft, context);
      break;
    case "address":
      readAddress(cell, spec, draft);
      break;
    case "contact":
      draft.content.contact = cleanLine(cell.value).slice(0, 300);
      break;
    case "publish":
      readPublish(cell, draft);
      break;
    default:
      break;
  }
}

function readText(cell: Cell, { property, max, line }: Of<"text">, draft: Draft): void {
  const text = line ? cleanLine(cell.value) : cleanText(cell.value);
  if (text === "") return;
  if (text.length > max) {
    draft.problems.push(problem("textTooLong", cell));
    return;
  }
  if (isDamaged(text)) draft.problems.push(problem("textDamaged", cell));
  const texts = draft.content[property] ?? {};
  draft.content[property] = { ...texts, [cell.language ?? draft.language]: text };
}

function readCode(cell: Cell, { property, vocabulary }: Of<"code">, draft: Draft): void {
  const code = codeFor(vocabulary, cell.value.trim());
  if (code === undefined) draft.problems.push(problem("codeNotUnderstood", cell));
  else (draft.content[property] as Content["cycle"]) = code;
}

function readCodes(cell: Cell, { property, vocabulary }: Of<"codes">, draft: Draft, context: ReadContext): void {
  const { found, unknown } = readList(cell.value, (part) => {
    const written = translated(context, cell.field, part) ?? part;
    return codeFor(vocabulary, written) ?? (property === "quality" ? context.labels.get(fold(written)) : undefined);
  });
  for (const value of unknown) draft.problems.push(problem(notUnderstood(vocabulary, value), { ...cell, value }));
  if (found.length > 0) draft.content[property] = found;
}

function notUnderstood(vocabulary: VocabularyName, value: string) {
  if (vocabulary === "qualityStandards" && isLabelCode(fold(value))) return "labelNotHolding";
  return vocabulary === "fields" ? "fieldNotUnderstood" : "codeNotUnderstood";
}

function readWorkload(cell: Cell, { property }: Of<"amount">, draft: Draft, { bounds }: ReadContext): void {
  const amount = parseAmount(cell.value, property === "hours");
  if (amount === undefined) draft.problems.push(problem("numberNotUnderstood", cell));
  else if (property === "ects" && (amount < bounds.ectsMin || amount > bounds.ectsMax))
    draft.problems.push(problem("ectsOutOfBounds", cell));
  else if (property === "hours" && (amount <= 0 || amount > 5000)) draft.problems.push(problem("hoursOutOfRange", cell));
  else draft.content[property] = property === "ects" ? Math.round(amount * 100) / 100 : Math.max(0.1, Math.round(amount * 10) / 10);
}

function readEqf(cell: Cell, draft: Draft): void {
  const level = eqfLevel(cell.value);
  if (level === undefined) draft.problems.push(problem("eqfNotUnderstood", cell));
  else draft.content.eqf = level;
}

function readBodies(cell: Cell, draft: Draft, { findBody }: ReadContext): void {
  const whole = findBody(cell.value);
  const bodies = whole
    ? [whole]
    : splitList(cell.value).map((part) => findBody(part) ?? { slug: null, name: cleanLine(part).slice(0, 300) });
  if (bodies.length > 0) draft.content.awardingBodies = bodies;
}

function readLanguages(cell: Cell, draft: Draft, context: ReadContext): void {
  const { found, unknown } = readList(cell.value, (part) => languageCode(translated(context, cell.field, part) ?? part));
  for (const value of unknown) draft.problems.push(problem("languageNotUnderstood", { ...cell, value }));
  if (found.length > 0) draft.content.languages = found;
}

function readKeywords(cell: Cell, draft: Draft): void {
  const text = cleanText(cell.value);
  const words = (/[;|\n]/.test(text) ? splitList(text) : text.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "" && word.length <= 100);
  if (words.length === 0) return;
  draft.content.keywords = { ...draft.content.keywords, [cell.language ?? draft.language]: [...new Set(words)].slice(0, 50) };
}

/** `LW-001` is another offering of this provider, `other-provider:VC-020` one of somebody else in the register. */
function readStacksInto(cell: Cell, draft: Draft, { providerSlug, isProvider }: ReadContext): void {
  draft.content.stacksInto = splitList(cell.value).map((id) => {
    const [slug = ""] = id.split(":");
    return slug !== id && isProvider(slug) ? id : `${providerSlug}:${id}`;
  });
}

export function readUrl(value: string): string | undefined {
  const text = value.trim();
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(full) && !/^https?:\/\/localhost/i.test(full)) return undefined;
  return URL.canParse(full) && full.length <= 2000 ? full : undefined;
}

function readAddress(cell: Cell, { property }: Of<"address">, draft: Draft): void {
  const url = readUrl(cell.value);
  if (url === undefined) draft.problems.push(problem("urlNotUnderstood", cell));
  else draft.content[property] = url;
}

function readPublish(cell: Cell, draft: Draft): void {
  const publish = yesOrNo(cell.value);
  if (publish === undefined) draft.problems.push(problem("yesOrNoNotUnderstood", cell));
  else draft.publish = publish;
}
