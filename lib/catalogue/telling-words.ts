import small from "./telling-words.json";

const untelling = new Set(Object.values(small).flat().map(fold));

function fold(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** Whether a word tells what a question is about. */
export function isTelling(word: string): boolean {
  return fold(word)
    .split(/['’]/)
    .some((part) => part !== "" && !untelling.has(part));
}

/**
 * The words of a question that tell what it is about: "ich möchte etwas im Büro lernen" asks for "Büro". With more than two, the longest come
 * first: where nothing has all of them, the engine leaves out the last ones. What ties them is left out too, since a text in another language
 * has other ties. Where no word tells anything, or something is in quotes, the question stays as it is.
 */
export function tellingWords(question: string): string {
  if (question.includes('"')) return question;
  const words = question.split(/[\s,;.!?]+/).filter((word) => word !== "");
  const telling = words.filter(isTelling);
  if (telling.length === 0) return question;
  return (telling.length > 2 ? telling.toSorted((a, b) => b.length - a.length) : telling).join(" ");
}
