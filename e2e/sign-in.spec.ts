import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { builtActions } from "./calls";
import { inventPerson, isSuspended, suspend } from "./invented";
import { startSecondSite } from "./second-site";

test.describe.configure({ mode: "default" });

let site: Awaited<ReturnType<typeof startSecondSite>>;

test.beforeAll(async () => {
  site = await startSecondSite();
});
test.afterAll(async () => {
  await site.stop();
});

const somebody = (first = "person") => `${first}-${randomBytes(4).toString("hex")}`;
const fresh = async (browser: Browser) => (await browser.newContext()).newPage();

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto(`${site.url}/en/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
}

/** The link that the mail server was given for somebody last. */
async function linkFor(page: Page, email: string): Promise<string> {
  await askForLink(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look in your mailbox");
  const mail = mailsTo(email).at(-1);
  const link = /http:\/\/localhost\S+/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`No link was sent to ${email}`);
  expect(mail?.subject).toContain("sign in");
  return link;
}

const mailsTo = (email: string) => site.mails.filter(({ to }) => [to].flat().some((each) => each?.text.includes(email)));

async function signInByLink(page: Page, email: string): Promise<string> {
  const link = await linkFor(page, email);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/en\/manage$/);
  return link;
}

async function signInByOpenId(page: Page, login: string, issuer: "Test eID" | "Campus login" = "Test eID"): Promise<void> {
  await page.goto(`${site.url}/en/sign-in`);
  await page.getByRole("button", { name: `Continue with ${issuer}` }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("somebody signs in with an OpenID provider, and is the same person the next time", async ({ page, browser }) => {
  const login = somebody();
  await signInByOpenId(page, login);
  await expect(page).toHaveURL(`${site.url}/en/manage`);
  await page.goto(`${site.url}/en/account`);
  await expect(page.getByText(`Signed in as ${login}@people.example`)).toBeVisible();
  await page.getByLabel("Name").fill("Called otherwise here");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");

  const again = await fresh(browser);
  await signInByOpenId(again, login);
  await again.goto(`${site.url}/en/account`);
  await expect(again.getByLabel("Name")).toHaveValue("Called otherwise here");
});

test("an address for which the OpenID provider does not vouch signs nobody in", async ({ page }) => {
  await signInByOpenId(page, somebody("unverified"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Its address may not be confirmed");
  await page.goto(`${site.url}/en/manage`);
  await expect(page).toHaveURL(/\/en\/sign-in/);
});

test("an OpenID account does not take over an account that signed in by mail", async ({ page, browser }) => {
  const login = somebody();
  await signInByLink(page, `${login}@people.example`);
  const other = await fresh(browser);
  await signInByOpenId(other, login);
  await expect(other.getByRole("main").getByRole("alert")).toContainText("There is an account with this e-mail address already");
});

test("two OpenID providers sign in side by side; only a trusted one opens an account that is there already", async ({ page, browser }) => {
  const login = somebody();
  await signInByOpenId(page, login);
  await page.goto(`${site.url}/en/account`);
  await page.getByLabel("Name").fill("One and the same");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");

  const trusted = await fresh(browser);
  await signInByOpenId(trusted, login, "Campus login");
  await trusted.goto(`${site.url}/en/account`);
  await expect(trusted.getByLabel("Name")).toHaveValue("One and the same");

  const second = somebody();
  const first = await fresh(browser);
  await signInByOpenId(first, second, "Campus login");
  await expect(first).toHaveURL(`${site.url}/en/manage`);
  const untrusted = await fresh(browser);
  await signInByOpenId(untrusted, second);
  await expect(untrusted.getByRole("main").getByRole("alert")).toContainText("There is an account with this e-mail address already");
  await untrusted.goto(`${site.url}/en/manage`);
  await expect(untrusted).toHaveURL(/\/en\/sign-in/);
});

test("no OpenID provider opens somebody's account by an address for which it does not vouch, a trusted one neither", async ({
  page,
  browser,
}) => {
  const login = somebody("unverified");
  await signInByLink(page, `${login}@people.example`);
  for (const issuer of ["Test eID", "Campus login"] as const) {
    const other = await fresh(browser);
    await signInByOpenId(other, login, issuer);
    await expect(other.getByRole("main").getByRole("alert")).toContainText("Its address may not be confirmed");
    await other.goto(`${site.url}/en/manage`);
    await expect(other).toHaveURL(/\/en\/sign-in/);
  }
});

test("outside the demonstration nobody signs in as an invented person, by no page and by no script", async ({ page, request }) => {
  const action = "/[locale]/sign-in signInAsInventedAction";
  const id = builtActions().get(action)?.id ?? "";
  const person = await inventPerson("Everybody");
  const signIn = (url: string) =>
    request.post(`${url}/en/sign-in`, {
      headers: { accept: "text/x-component", "next-action": id, origin: url, "content-type": "text/plain;charset=UTF-8" },
      data: JSON.stringify([person.id, "/en/manage"]),
      maxRedirects: 0,
    });
  const shown = (url: string) => page.goto(`${url}/en/sign-in`).then(() => page.getByRole("button", { name: /^Sign in as / }).count());
  const real = await startSecondSite({ DEMONSTRATION: "off" });
  try {
    expect(await shown(real.url)).toBe(0);
    const refused = await signIn(real.url);
    expect(refused.headers()["x-action-redirect"]).toContain("error=AccessDenied");
    expect(refused.headers()["set-cookie"] ?? "").not.toContain("session");

    expect(await shown(site.url)).toBeGreaterThan(5);
    const done = await signIn(site.url);
    expect(done.headers()["x-action-redirect"]).toContain("/en/manage");
    expect(done.headers()["set-cookie"]).toContain("session");
    // Browsers send a cookie to every port of a host: the session is the same, and counts where the demonstration is on.
    const desk = (url: string) => request.get(`${url}/en/manage`, { maxRedirects: 0 });
    expect((await desk(site.url)).status()).toBe(200);
    expect((await desk(real.url)).headers().location).toContain("/en/sign-in");
  } finally {
    await real.stop();
  }
});

test("a mailed link signs in once, and leads back to where one wanted to go", async ({ page, browser }) => {
  const email = `${somebody()}@people.example`;
  const link = await signInByLink(page, email);
  const late = await fresh(browser);
  await late.goto(link);
  await late.getByRole("button", { name: "Sign in" }).click();
  await expect(late.getByRole("main").getByRole("alert")).toContainText("The link was used before or is too old");

  await page.context().clearCookies();
  await page.goto(`${site.url}/en/account`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look in your mailbox");
  const [next] = /http:\/\/localhost\S+/.exec(mailsTo(email).at(-1)?.text ?? "") ?? [];
  await page.goto(next ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${site.url}/en/account`);
});

test("signing out everywhere ends the other session at its next request", async ({ page, browser }) => {
  const email = `${somebody()}@people.example`;
  await signInByLink(page, email);
  const other = await fresh(browser);
  await signInByLink(other, email);
  await page.goto(`${site.url}/en/account`);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("status")).toContainText("Every other session has ended");
  await other.goto(`${site.url}/en/manage`);
  await expect(other).toHaveURL(/\/en\/sign-in/);
  await page.goto(`${site.url}/en/manage`);
  await expect(page).toHaveURL(`${site.url}/en/manage`);
});

test("a suspended account is out at its next request, and gets no link", async ({ page }) => {
  const email = `${somebody()}@people.example`;
  await signInByLink(page, email);
  await suspend(email);
  expect(await isSuspended(email)).toBe(true);
  await page.goto(`${site.url}/en/manage`);
  await expect(page).toHaveURL(/\/en\/sign-in/);
  const before = mailsTo(email).length;
  await askForLink(page, email);
  await expect(page.getByRole("main")).not.toContainText("could not be sent");
  expect(mailsTo(email)).toHaveLength(before);
});

test("the sixth link within a quarter of an hour is refused, and says so", async ({ page }) => {
  const email = `${somebody()}@people.example`;
  for (let sent = 1; sent <= 5; sent++) await linkFor(page, email);
  await askForLink(page, email);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Wait a quarter of an hour");
  expect(mailsTo(email)).toHaveLength(5);
});
