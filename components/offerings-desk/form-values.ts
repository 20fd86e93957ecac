/** The values of a form by the names of its inputs, without what the framework or the editor itself adds. */
export type Values = Record<string, string[]>;

const own = /^(\$|choose\.|revision$|base$|quiet$)/;

export function readForm(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !own.test(name)) values[name] = [...(values[name] ?? []), value];
  return values;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function inputsOf(form: HTMLFormElement, name: string): Input[] {
  return [...form.elements].filter((input): input is Input => "name" in input && input.name === name);
}

function isBox(input: Input): input is HTMLInputElement {
  return input instanceof HTMLInputElement && ["checkbox", "radio"].includes(input.type);
}

/** Puts values into the inputs of a form; of several of one name each gets its own. */
export function writeForm(form: HTMLFormElement, values: Values, names: Iterable<string>): void {
  for (const name of names) {
    inputsOf(form, name).forEach((input, place) => {
      const wanted = values[name] ?? [];
      if (isBox(input)) input.checked = wanted.includes(input.value);
      else if (input.value !== (wanted[place] ?? "")) input.value = wanted[place] ?? "";
    });
  }
}

/** Whether the form has an input for each of the values. */
function holds(form: HTMLFormElement, name: string, wanted: string[]): boolean {
  const inputs = inputsOf(form, name);
  if (inputs.some(isBox)) return wanted.every((value) => inputs.some((input) => input.value === value));
  return inputs.length >= wanted.length;
}

/** The names of the inputs whose values differ; ends of lines and blanks at the end are no difference. */
function differing(a: Values, b: Values): string[] {
  const plain = (values: string[] = []) =>
    values
      .map((value) => value.replaceAll("\r\n", "\n").trim())
      .filter(Boolean)
      .sort()
      .join("\u0001");
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => plain(a[name]) !== plain(b[name]));
}

const placeOf = (name: string) => Number(/^outcomes\.(\d+)\./.exec(name)?.[1] ?? -1);

/** How many outcomes have words in them, and how many places they take from the first. */
function outcomesIn(values: Values): { count: number; places: number } {
  const filled = Object.entries(values).flatMap(([name, all]) =>
    /^outcomes\.\d+\.(text\.|other)/.test(name) && all.some((text) => text.trim() !== "" && text !== "{}") ? [placeOf(name)] : [],
  );
  return { count: new Set(filled).size, places: Math.max(-1, ...filled) + 1 };
}

/**
 * Brings into the form what was saved of it, which is what was sent (`sent`) and what others changed elsewhere. What was typed since stays.
 * `anew` means that the form has no place for it, since rows came or went: the page has to be shown anew.
 */
export function takeOver(form: HTMLFormElement, sent: Values, saved: Values): { unsent: boolean; others: boolean; anew: boolean } {
  const unsent = differing(sent, readForm(form));
  const [mine, theirs] = [outcomesIn(sent), outcomesIn(saved)];
  const changed = differing(sent, saved).filter((name) => placeOf(name) < theirs.count && !unsent.includes(name));
  const anew = mine.count !== theirs.count || mine.places !== mine.count || changed.some((name) => !holds(form, name, saved[name] ?? []));
  if (!anew) writeForm(form, saved, changed);
  return { unsent: unsent.length > 0, others: changed.length > 0, anew };
}
