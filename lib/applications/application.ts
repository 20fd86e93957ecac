import type { Application } from "@/db/schema";
import { type Authority, authoritiesCalled, findPlace } from "@/lib/country/country";
import type { AskedForm } from "@/lib/criteria/form/form";
import type { Day } from "@/lib/days/days";
import type { Competence } from "@/lib/jurisdictions/jurisdiction";
import type { ProblemCode } from "@/lib/result";
import { hasText, type Texts } from "@/lib/texts/texts";
import { answerTo } from "./answers/answers";
import { type ApplicationContent, type Step, steps } from "./content";

export type ApplicationStatus = Application["status"];

/** Whether the applicant may still write in it: before it is submitted, and while the authority waits for an answer. */
export function isEditable(status: ApplicationStatus): boolean {
  return status === "draft" || status === "questioned";
}

/** Whether the authority has it in hand. */
export function isUnderReview(status: ApplicationStatus): boolean {
  return status === "submitted" || status === "questioned";
}

/** Those who answer for the place of the seat; the applicant chooses where there are several. */
export function authoritiesOf({ places }: Pick<ApplicationContent, "places">, competence: Competence): Authority[] {
  const place = places.seat ? findPlace(places.seat) : undefined;
  return place ? authoritiesCalled(competence(place.nuts)) : [];
}

/** The authority to which it goes. */
export function authorityOf(content: Pick<ApplicationContent, "places">, competence: Competence): Authority | undefined {
  const competent = authoritiesOf(content, competence);
  return competent.length === 1 ? competent[0] : competent.find(({ slug }) => slug === content.places.authority);
}

/** The steps of an application: where its authority asks nothing of its own, there is none for that. */
export function stepsOf(asked: AskedForm | undefined): Step[] {
  return steps.filter((step) => step !== "answers" || !asked || asked.questions.length > 0);
}

/** `about`: which question or document it is. */
export type Missing = { step: Step; code: ProblemCode; about?: Texts };

/** The files of an application, each with the document of the form that it is. */
type HandedIn = readonly { document: string | null }[];

/** What an application still needs before it can be submitted, step by step; `asked` is undefined as long as nobody answers for its seat. */
export function missingIn(
  content: ApplicationContent,
  files: HandedIn,
  asked: AskedForm | undefined,
  day: Day,
  competence: Competence,
): Missing[] {
  const { identity, identifiers, type, places, quality, contact, declaration } = content;
  const needs: [boolean, Step, ProblemCode][] = [
    [!hasText(identity.names), "identity", "legalNameMissing"],
    [identity.founded !== null && identity.founded > day, "identity", "foundedInFuture"],
    [identifiers.length === 0, "identifiers", "identifierMissing"],
    [type === null, "type", "providerTypeMissing"],
    [places.seat === null, "places", "seatMissing"],
    [places.seat !== null && !authorityOf(content, competence), "places", "authorityMissing"],
    [quality.length === 0, "quality", "claimMissing"],
    [!asked, "answers", "questionsUnknown"],
    [files.length === 0 && !asked?.documents.some(({ required }) => required), "evidence", "evidenceMissing"],
    [contact.name === "", "contact", "contactNameMissing"],
    [contact.email === "", "contact", "contactEmailMissing"],
    [declaration.capacity === "", "declaration", "capacityMissing"],
    [!declaration.declared, "declaration", "declarationMissing"],
  ];
  return [
    ...needs.flatMap(([isMissing, step, code]) => (isMissing ? [{ step, code }] : [])),
    ...(asked ? missingOf(asked, content, files) : []),
  ];
}

/** What the authority asks for and is not there yet. */
function missingOf({ questions, documents }: AskedForm, { answers }: ApplicationContent, files: HandedIn): Missing[] {
  const open = questions.filter((question) => question.required && answerTo(question, answers).length === 0);
  const absent = documents.filter(({ code, required }) => required && files.every(({ document }) => document !== code));
  return [
    ...open.map(({ title }): Missing => ({ step: "answers", code: "answerMissing", about: title })),
    ...absent.map(({ title }): Missing => ({ step: "evidence", code: "documentMissing", about: title })),
  ];
}

/** How an organisation is named in addresses. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-").slice(0, 60).replace(/-+$/, "") || "provider";
}
