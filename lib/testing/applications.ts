import { type ApplicationContent, applicationContent } from "@/lib/applications/content";

/** An answer to each question of the form that Cairn ships. */
const answers = {
  "designed-with": ["employers", "learners"],
  staff: ["Four gardeners with a teaching certificate.\nTwo days of training a year."],
  supervision: ["on-site"],
  support: ["A coach for each group of eight."],
  recognition: ["The page of each offering names who recognises it."],
  complaints: ["yes"],
  "last-review": ["2026-06-30"],
};

/** A file for each document that the shipped form requires, as rows. */
export function evidenceOf(id: string) {
  const file = { subject: "application", subjectId: id, mediaType: "application/pdf", size: 1, bytes: new Uint8Array([1]) };
  return ["finding", "policy"].map((document) => ({ ...file, name: `${document}.pdf`, sha256: `${id} ${document}`, document }));
}

/** An application in which nothing is missing but evidence. */
export function anApplication(change: Partial<ApplicationContent> = {}): ApplicationContent {
  return applicationContent.parse({
    identity: {
      names: { nl: "Tuinschool Gent", en: "Garden School Ghent" },
      founded: "2001-05-04",
      homepage: "https://tuinschool.example",
    },
    identifiers: [{ scheme: "vat", value: "BE0203430576" }],
    type: "adult-education",
    places: { seat: "Gent", street: "Coupure 1", postalCode: "9000", further: ["Aalst"], authority: null },
    quality: [{ standard: "esg", label: "", body: "Vakring", from: "2024-01-01", until: "2029-12-31" }],
    answers,
    contact: { name: "Noor", email: "noor@tuinschool.example", phone: "+32 9 555 01 00" },
    declaration: { capacity: "director", declared: true },
    ...change,
  });
}
