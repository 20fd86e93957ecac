import { describe, expect, it } from "vitest";
import { offeringContent } from "@/lib/offerings/content";
import { type CourseInput, isoHours, scriptText, toCourse, toOrganization } from "./schema-org";

const content = offeringContent.parse({
  originalLanguage: "nl",
  title: { nl: "Data in de zorg", en: "Data in care" },
  summary: { nl: "Van cijfers naar beslissingen." },
  outcomes: [{ type: "skill", text: { nl: "Maakt een grafiek" } }],
  ects: 3,
  eqf: 5,
  fields: ["0913"],
  modes: ["blended"],
  languages: ["nl"],
});
const session = {
  startsOn: "2027-01-14",
  endsOn: "2027-04-08",
  cancelledOn: null,
  modes: [],
  languages: [],
  places: [{ town: "Gent", postalCode: "9000" }],
  windows: [],
  prices: [
    { learnerGroup: "everyone", amount: 240, currency: "EUR" },
    { learnerGroup: "jobseekers", amount: 0, currency: "EUR" },
  ],
  url: null,
};
const input: CourseInput = {
  content,
  url: "https://cairn.example/en/offerings/data",
  slug: "data",
  provider: { name: "Lindewater", url: "https://lindewater.example" },
  awarding: ["Lindewater"],
  sessions: [session],
  hoursPerEcts: 25,
  country: "BE",
  locale: "en",
  day: "2026-11-23",
};

/** What a reader of the script gets: without the keys that are undefined. */
const read = (changed: Partial<CourseInput> = {}) => JSON.parse(scriptText(toCourse({ ...input, ...changed })));

describe("an offering as schema.org Course", () => {
  it("has what the search engines require", () => {
    const course = read();
    expect(course["@type"]).toBe("Course");
    expect(course.name).toBe("Data in care");
    expect(course.description).toBe("Van cijfers naar beslissingen.");
    expect(course.provider).toMatchObject({ "@type": "Organization", name: "Lindewater" });
    expect(course.hasCourseInstance).toEqual([
      {
        "@type": "CourseInstance",
        courseMode: "Blended",
        courseWorkload: "PT75H",
        startDate: "2027-01-14",
        endDate: "2027-04-08",
        inLanguage: ["nl"],
        location: [
          {
            "@type": "Place",
            name: "Gent",
            address: { "@type": "PostalAddress", addressLocality: "Gent", postalCode: "9000", addressCountry: "BE" },
          },
        ],
        offers: [{ "@type": "Offer", category: "Paid", price: 240, priceCurrency: "EUR", url: "https://cairn.example/en/offerings/data" }],
      },
    ]);
    expect(course.offers).toHaveLength(1);
    expect(course.educationalCredentialAwarded.educationalLevel.termCode).toBe("5");
  });

  it("says only what exists", () => {
    const course = read({ sessions: [{ ...session, prices: [], places: [], endsOn: null }] });
    expect(course).not.toHaveProperty("offers");
    expect(course).not.toHaveProperty("coursePrerequisites");
    expect(course.hasCourseInstance[0]).not.toHaveProperty("location");
    expect(course.hasCourseInstance[0]).not.toHaveProperty("endDate");
  });

  it("leaves out what is cancelled or over, and keeps one instance without dates", () => {
    expect(read({ sessions: [{ ...session, cancelledOn: "2026-11-01" }] }).hasCourseInstance).toEqual([
      { "@type": "CourseInstance", courseMode: "Blended", courseWorkload: "PT75H", inLanguage: ["nl"] },
    ]);
    expect(read({ day: "2027-04-09" }).hasCourseInstance[0]).not.toHaveProperty("startDate");
  });

  it("takes stated hours before credits, and one of the three modes", () => {
    expect(isoHours(84.5)).toBe("PT84H30M");
    expect(read({ content: { ...content, hours: 84 } }).hasCourseInstance[0].courseWorkload).toBe("PT84H");
    expect(read({ content: { ...content, modes: ["workplace"] } }).hasCourseInstance[0].courseMode).toBe("Onsite");
    expect(read({ content: { ...content, modes: ["online", "onsite"] } }).hasCourseInstance[0].courseMode).toBe("Blended");
    const free = [{ ...session, prices: [{ learnerGroup: "everyone", amount: 0, currency: "EUR" }] }];
    expect(read({ sessions: free }).offers[0].category).toBe("Free");
  });

  it("cannot be made to end its script element", () => {
    const text = scriptText(toCourse({ ...input, content: { ...content, title: { en: "</script><script>alert(1)</script><!--\u2028" } } }));
    expect(text).not.toContain("<");
    expect(text).not.toContain("\u2028");
    expect(JSON.parse(text).name).toBe("</script><script>alert(1)</script><!--\u2028");
  });
});

describe("a provider as schema.org Organization", () => {
  it("has its names, address and identifiers", () => {
    const organization = JSON.parse(
      scriptText(
        toOrganization({
          url: "https://cairn.example/en/providers/l",
          name: "Lindewater",
          earlierNames: ["Waterlinde"],
          description: "",
          homepage: "https://lindewater.example",
          email: null,
          phone: null,
          street: "Kaai 12",
          postalCode: "9000",
          town: "Gent",
          country: "BE",
          identifiers: [{ scheme: "vat", value: "BE0412" }],
          college: true,
        }),
      ),
    );
    expect(organization).toMatchObject({
      "@type": "CollegeOrUniversity",
      alternateName: ["Waterlinde"],
      url: "https://lindewater.example",
      address: { addressLocality: "Gent" },
      identifier: [{ propertyID: "vat", value: "BE0412" }],
    });
    expect(organization).not.toHaveProperty("description");
  });
});
