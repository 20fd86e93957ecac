import type { SentForm } from "@/lib/casework/input";
import { codeOf, rowsOf, text, textsOf } from "@/lib/criteria/sent";
import type { Problem } from "@/lib/result";
import { type AskedDocument, type AskedForm, isChosen, type Question, questionKinds } from "./form";

/** The parts of the form that are edited one at a time: its texts, each question and each document by its code, and one more of either. */
export function partsOfForm({ questions, documents }: AskedForm): string[] {
  return ["form", ...[...questions, ...documents].map(({ code }) => code), "new-question", "new-document"];
}

/** In which list of the form a part stands. */
export function listOf({ questions, documents }: AskedForm, part: string): "questions" | "documents" | undefined {
  if (part === "new-question" || questions.some(({ code }) => code === part)) return "questions";
  return part === "new-document" || documents.some(({ code }) => code === part) ? "documents" : undefined;
}

/** What one part says, put into the form at its place. */
export function readFormPart(form: AskedForm, part: string, sent: SentForm, problems: Problem[]): AskedForm {
  const code = part === "new-question" || part === "new-document" ? codeOf(sent, "code", problems) : part;
  if (listOf(form, part) === "questions") {
    const others = form.questions.filter((one) => one.code !== part);
    return { ...form, questions: placed(others, () => questionOf(sent, code, problems), sent, problems) };
  }
  if (listOf(form, part) === "documents") {
    const others = form.documents.filter((one) => one.code !== part);
    return { ...form, documents: placed(others, () => documentOf(sent, code), sent, problems) };
  }
  return { ...form, intro: textsOf(sent, "intro"), declaration: textsOf(sent, "declaration") };
}

/** Among the others at the place that was given, the last where none was; left out where it is ticked for removal. */
function placed<T>(others: T[], read: () => T, sent: SentForm, problems: Problem[]): T[] {
  if (text(sent, "remove") === "yes") return others;
  const place = text(sent, "place");
  if (!/^\d{0,3}$/.test(place) || place === "0") problems.push({ code: "placeNumberNotUnderstood", field: "place" });
  return others.toSpliced(place === "" ? others.length : Number(place) - 1, 0, read());
}

function documentOf(sent: SentForm, code: string): AskedDocument {
  return { code, title: textsOf(sent, "title"), guidance: textsOf(sent, "guidance"), required: text(sent, "required") === "yes" };
}

function questionOf(sent: SentForm, code: string, problems: Problem[]): Question {
  const kind = questionKinds.find((one) => one === text(sent, "kind"));
  if (!kind) problems.push({ code: "valueNotAccepted", field: "kind" });
  return {
    ...documentOf(sent, code),
    kind: kind ?? "text",
    options: kind && isChosen(kind) ? rowsOf(sent, problems).map((one) => ({ code: one.code, title: one.title })) : [],
    unit: kind === "number" ? textsOf(sent, "unit") : {},
    criterion: text(sent, "criterion") || null,
  };
}
