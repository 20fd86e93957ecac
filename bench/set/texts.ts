import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Random } from "@/bench/random";

/** What a course says about itself, in the one language in which it says it. */
export type CourseText = { language: string; title: string; description: string; outcomes: string[]; keywords: string[] };

export const courseFile = path.resolve("../shared/data/courses.jsonl");

/** The real texts where they are, else invented ones: the project must pass on a machine without them. */
export function courseTexts(random: Random, count: number): CourseText[] {
  if (existsSync(courseFile)) return readTexts();
  console.log(`  ${courseFile} is not here: the texts are invented`);
  return Array.from({ length: Math.min(count, 25_000) }, () => invent(random));
}

function readTexts(): CourseText[] {
  const lines = readFileSync(courseFile, "utf8").split("\n");
  return lines.flatMap((line) => {
    if (line === "") return [];
    const { language, title, description, learningOutcomes, topics } = JSON.parse(line) as Record<string, unknown>;
    if (typeof title !== "string" || typeof language !== "string" || title.trim() === "" || language.length !== 2) return [];
    const text = typeof description === "string" ? description : title;
    const outcomes = typeof learningOutcomes === "string" ? sentences(learningOutcomes).slice(0, 4) : [];
    const keywords = Array.isArray(topics) ? topics.filter((topic) => typeof topic === "string").slice(0, 4) : [];
    return [{ language, title, description: text, outcomes: outcomes.length > 0 ? outcomes : [title], keywords }];
  });
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.;•])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 15);
}

const words: Record<string, { what: string[]; how: string[]; verbs: string[] }> = {
  en: {
    what: [
      "water management",
      "data analysis",
      "elderly care",
      "heat pumps",
      "contract law",
      "food safety",
      "machine learning",
      "soil health",
    ],
    how: ["Introduction to", "Practice of", "Advanced", "Fundamentals of", "Leading with", "Sustainable"],
    verbs: ["plans and carries out work in", "explains the principles of", "assesses risks in", "advises clients on"],
  },
  nl: {
    what: [
      "waterbeheer",
      "gegevensanalyse",
      "ouderenzorg",
      "warmtepompen",
      "contractenrecht",
      "voedselveiligheid",
      "bodemkunde",
      "lasrobots",
    ],
    how: ["Inleiding tot", "Praktijk van", "Verdieping in", "Grondslagen van", "Leidinggeven in", "Duurzaam"],
    verbs: ["plant en verricht werk in", "legt de beginselen uit van", "schat risico's in bij", "adviseert klanten over"],
  },
  fr: {
    what: [
      "la gestion de l’eau",
      "l’analyse de données",
      "les soins aux aînés",
      "les pompes à chaleur",
      "le droit des contrats",
      "les sols",
    ],
    how: ["Introduction à", "Pratique de", "Approfondir", "Fondements de", "Encadrer dans", "Comprendre"],
    verbs: ["planifie et réalise des travaux dans", "explique les principes de", "évalue les risques dans", "conseille ses clients sur"],
  },
  de: {
    what: ["Wasserwirtschaft", "Datenanalyse", "Altenpflege", "Wärmepumpen", "Vertragsrecht", "Lebensmittelsicherheit", "Bodenkunde"],
    how: ["Einführung:", "Praxis:", "Vertiefung:", "Grundlagen:", "Führung:", "Nachhaltig:"],
    verbs: ["plant und erledigt Arbeiten in", "erklärt die Grundsätze von", "schätzt Risiken ein in", "berät Kundschaft zu"],
  },
};

function invent(random: Random): CourseText {
  const language = random.weighted([
    ["fr", 4],
    ["nl", 4],
    ["en", 3],
    ["de", 1],
  ]);
  const list = words[language] ?? { what: ["work"], how: ["Introduction to"], verbs: ["does"] };
  const what = random.pick(list.what);
  const other = random.pick(list.what);
  const outcomes = random.some(list.verbs, 3).map((verb) => `${verb} ${what}, ${other}.`);
  return {
    language,
    title: `${random.pick(list.how)} ${what} (${random.int(1, 999)})`,
    description: Array.from(
      { length: random.int(3, 9) },
      () => `${random.pick(list.how)} ${other}, ${random.pick(list.verbs)} ${what}.`,
    ).join(" "),
    outcomes,
    keywords: [what, other],
  };
}
