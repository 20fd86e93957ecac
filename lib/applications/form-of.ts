import { type AskedForm, emptyForm } from "@/lib/criteria/form/form";
import { answerTo, fieldOf } from "./answers/answers";
import type { ApplicationContent, FormStep } from "./content";

/** The fields of a step as they stand in its form: for filling it, and for telling two tabs apart. */
export function formOf(
  step: FormStep,
  content: ApplicationContent,
  { questions }: Pick<AskedForm, "questions"> = emptyForm,
): Record<string, string[]> {
  const { identity, identifiers, type, places, quality, answers, contact, declaration } = content;
  const fields: { [S in FormStep]: () => Record<string, string | string[] | null> } = {
    identity: () => ({
      ...Object.fromEntries(Object.entries(identity.names).map(([locale, name]) => [`name-${locale}`, name])),
      founded: identity.founded,
      homepage: identity.homepage,
    }),
    identifiers: () => Object.fromEntries(identifiers.map(({ scheme, value }) => [scheme, value])),
    type: () => ({ type }),
    places: () => ({ ...places, further: places.further.join("\n") }),
    quality: () =>
      Object.fromEntries(quality.flatMap((claim, row) => Object.entries(claim).map(([name, value]) => [`${name}-${row}`, value] as const))),
    answers: () => Object.fromEntries(questions.map((question) => [fieldOf(question), answerTo(question, answers)])),
    contact: () => contact,
    declaration: () => ({ capacity: declaration.capacity, declared: declaration.declared ? "yes" : "" }),
  };
  return Object.fromEntries(Object.entries(fields[step]()).map(([name, value]) => [name, Array.isArray(value) ? value : [value ?? ""]]));
}
