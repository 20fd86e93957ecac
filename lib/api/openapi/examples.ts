/** Examples that stand in the description of the API, in an order in which they can be sent one after the other; a test does. */
const soilCare = {
  language: "en",
  title: { en: "Soil care for gardeners", nl: "Bodemzorg voor tuiniers" },
  outcomes: [
    { type: "skill", text: { en: "Reads a soil sample and names its components" } },
    { type: "responsibility", text: { en: "Plans a crop rotation for a garden" } },
  ],
  ects: 3,
  eqf: 5,
  fields: ["0812"],
  modes: ["blended"],
  assessment: ["portfolio"],
  awardingBodies: ["Garden College"],
  quality: ["esg"],
  languages: ["en"],
};

export type Example = { body?: unknown; status: number };

export const examples = {
  putOffering: { body: { ...soilCare, sessions: [{ id: "2027-spring", starts: "2027-03-01", town: "Gent", price: 240 }] }, status: 201 },
  publish: { status: 200 },
  getOffering: { status: 200 },
  listOfferings: { status: 200 },
  putSession: {
    body: {
      starts: "2027-09-06",
      ends: "2027-12-13",
      places: [{ town: "Gent", address: "Kaai 12", postalCode: "9000" }, { town: "Brugge" }],
      seats: 24,
      price: 250,
      enrolment: [{ from: "2027-05-01", until: "2027-08-20" }],
    },
    status: 201,
  },
  getSession: { status: 200 },
  listSessions: { status: 200 },
  cancelSession: { status: 200 },
  putMany: {
    body: {
      items: [
        { id: "GC-002", ...soilCare, ects: 2 },
        { id: "GC-003", title: { en: "Composting" }, publish: true },
      ],
    },
    status: 200,
  },
  withdraw: { body: { reason: { en: "The course is taken over by another school." } }, status: 200 },
} as const satisfies Record<string, Example>;

export const exampleIds = { externalId: "GC-001", id: "2027-autumn" };
