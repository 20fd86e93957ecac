import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runToEnd } from "./child.mjs";
import { Failure, say } from "./progress.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @returns {Promise<string>} the path of a Chromium that runs */
export async function findChromium() {
  const found = onThisSystem() ?? (await playwrightsOwn());
  if (found) return found;

  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    say("  No Chromium here: installing Debian's (apt-get install chromium).");
    await installDebians();
    const installed = onThisSystem();
    if (installed) return installed;
  }
  throw new Failure(
    "The end-to-end tests need a Chromium, and none was found.",
    'Install one ("apt-get install chromium", or "npx playwright install --with-deps chromium"), or name it in CHROMIUM_PATH.',
  );
}

function onThisSystem() {
  const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : names.map(pathOf);
  // Ubuntu's chromium-browser can be a stub that only says to install a snap: it has to run.
  return candidates.find((path) => path && spawnSync(path, ["--version"]).status === 0);
}

/** @param {string} name */
function pathOf(name) {
  return spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function installDebians() {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: /** @type {["ignore", "inherit", "inherit"]} */ (["ignore", "inherit", "inherit"]),
  };
  await runToEnd("apt-get", ["update", "-qq"], options);
  await runToEnd("apt-get", ["install", "-y", "-qq", "chromium"], options);
}
