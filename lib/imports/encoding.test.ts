import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeText, type Encoding, encodings } from "./encoding";

const sentences = [
  "Les élèves français étudient à l’école supérieure où naît le goût des matières générales",
  "Formation continuée à l'hôtel de ville : prérequis, évaluation, durée, coût (gratuit)",
  "Für Fachkräfte mit Berufserfahrung: Prüfung in Präsenz, Abschlussgespräch und größere Übungen",
  "Einführung in die Pflege älterer Menschen, Gesprächsführung, Ernährung und Maßnahmen",
  "Één avond per week, officiële certificering, financiële ondersteuning, coördinatie en reïntegratie",
  "Mécanique automobile, bac professionnel, théorie et pratique à Liège, à Namur et à Saint-Hubert",
  "Créer, gérer, développer: une année complète de compétences numériques à coût réduit",
  "Ergänzende Schulungen für Bäcker, Köche und Hotelfachleute in der Grenzregion",
];

test.each(encodings)("text of the four languages comes back from %s", (encoding: Encoding) => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(";", ",", "\t"),
      (parts, separator) => {
        const text = `id${separator}titel\n1${separator}${parts.join("\n")}`.replaceAll("’", encoding === "iso-8859-15" ? "'" : "’");
        const read = decodeText(iconv.encode(text, encoding));
        expect(read.text).toBe(text);
      },
    ),
  );
});

test("a byte order mark settles it, and is no part of the text", () => {
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    expect(decodeText(iconv.encode("prix;240 €", encoding, { addBOM: true }))).toEqual({ text: "prix;240 €", encoding, bom: true });
  }
});

test("ISO-8859-15 is told from Windows-1252 by its euro and its œ", () => {
  expect(decodeText(iconv.encode("id;œuvre;coût\n1;un cœur;240 €", "iso-8859-15"))).toMatchObject({
    encoding: "iso-8859-15",
    text: "id;œuvre;coût\n1;un cœur;240 €",
  });
  expect(decodeText(iconv.encode("id;coût\n1;240 € – « bœuf »", "windows-1252"))).toMatchObject({ encoding: "windows-1252" });
});

test("UTF-8 with a letter cut in half is still UTF-8", () => {
  const good = Buffer.from(sentences.join("\n").repeat(3));
  const broken = Buffer.concat([good, Buffer.from([0xc3]), Buffer.from("\nend")]);
  const read = decodeText(broken);
  expect(read.encoding).toBe("utf-8");
  expect(read.text).toContain("\ufffd");
});

test("a named encoding is taken at its word", () => {
  expect(decodeText(iconv.encode("é", "macintosh"), "macintosh").text).toBe("é");
});

test("any bytes are read as something", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe("string");
    }),
  );
});
