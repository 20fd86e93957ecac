import { type ApplicationContent, applicationContent } from "@/lib/applications/content";

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
    contact: { name: "Noor", email: "noor@tuinschool.example", phone: "+32 9 555 01 00" },
    declaration: { capacity: "director", declared: true },
    ...change,
  });
}
