import { expect, test } from "@playwright/test";
import { complete } from "./fixtures";

/** https://developers.google.com/search/docs/appearance/structured-data/course-info and schema.org's Course. */
test("an offering is described as a schema.org course with what search engines ask for", async ({ page }) => {
  await page.goto(`/en/offerings/${await complete()}`);
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(texts).toHaveLength(1);
  const course = JSON.parse(texts[0] ?? "");
  expect(course).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Course",
    name: await page.getByRole("heading", { level: 1 }).textContent(),
    description: expect.stringMatching(/\w{3}/),
    url: expect.stringMatching(/^https?:\/\/.+\/en\/offerings\//),
    provider: { "@type": "Organization", name: expect.any(String) },
  });
  expect(course.offers.length).toBeGreaterThan(0);
  for (const offer of course.offers) expect(offer).toMatchObject({ "@type": "Offer", category: expect.stringMatching(/^(Free|Paid)$/) });
  expect(course.hasCourseInstance.length).toBeGreaterThan(0);
  for (const instance of course.hasCourseInstance) {
    expect(instance).toMatchObject({ "@type": "CourseInstance", courseMode: expect.stringMatching(/^(Online|Onsite|Blended)$/) });
    expect(instance.courseWorkload ?? instance.courseSchedule, "workload or schedule").toBeTruthy();
    if (instance.courseWorkload) expect(instance.courseWorkload).toMatch(/^PT\d+H(\d+M)?$/);
    if (instance.startDate) expect(instance.startDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test("pages say what they are to those who link to them", async ({ page }) => {
  const seen = new Set<string>();
  for (const path of ["/en", "/en/offerings?q=care", `/en/offerings/${await complete()}`, "/en/providers", "/en/about"]) {
    await page.goto(path);
    const title = await page.title();
    expect(title, path).toMatch(/Cairn/);
    expect(seen.has(title), title).toBe(false);
    seen.add(title);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /\w{4}/);
    await expect(page.locator('link[rel="canonical"]')).toHaveCount(1);
  }
});
