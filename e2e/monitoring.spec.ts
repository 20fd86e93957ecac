import { expect, test } from "@playwright/test";
import { look } from "./checks";
import { inventPerson, signInAs } from "./invented";
import { foundSchool, join } from "./school";
import { button, done } from "./steps";

test("an auditor sees what is new, says something to the provider, verifies the level, and takes the rest as seen by ticking", async ({
  page,
}) => {
  const school = await foundSchool();
  const manager = await inventPerson("Aanbiedster");
  await join(manager.email, school.slug, "manager");
  const [first = ""] = school.offerings.digital;

  await signInAs(page, "Alma Toetsing");
  const queue = `/en/oversight/monitoring?what=new&q=${encodeURIComponent(school.name)}`;
  await page.goto(queue);
  await expect(page.getByRole("status")).toHaveText(/^\d+ offerings$/);
  await look(page, "the queue");

  await page.goto(`/en/oversight/monitoring/${first}`);
  await look(page, "an offering in the queue");
  await page.getByRole("textbox", { name: "Comment" }).fill("Is the level right?");
  await button(page, "Send the comment").click();
  await expect(done(page)).toHaveText("The comment is with the provider.");
  await page.getByRole("textbox", { name: "Address of the evidence" }).fill("no address");
  await button(page, "Verify").click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByRole("textbox", { name: "Address of the evidence" }).fill("https://council.example/evidence.pdf");
  await button(page, "Verify").click();
  await expect(done(page)).toHaveText("It stands on the public page as verified.");
  await page.goto(`/en/offerings/${first}`);
  await expect(page.locator('a[href="https://council.example/evidence.pdf"]').first()).toBeVisible();

  await page.goto(queue);
  const boxes = page.getByRole("checkbox");
  const waiting = await boxes.count();
  await button(page, "Take the ticked ones as seen").click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing is ticked");
  await boxes.first().check();
  await button(page, "Take the ticked ones as seen").click();
  await expect(page.getByRole("main").getByText("1 version taken as seen.")).toBeVisible();
  // Where one was in the queue.
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue(school.name);
  await expect(boxes).toHaveCount(waiting - 1);

  await signInAs(page, manager.name);
  await page.goto("/en/manage/notices");
  await expect(page.getByText(/Is the level right\?/)).toBeVisible();
});
