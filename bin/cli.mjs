import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onProjectNode } from "./bootstrap.mjs";
import { onInterrupt } from "./interrupt.mjs";
import { Failure } from "./progress.mjs";
import { applicationEnvironment, chosenDataDir, commandArguments, externalServers, root } from "./project.mjs";

const [name = "", ...more] = process.argv.slice(2);

await onProjectNode(async () => {
  const known = readdirSync(join(root, "lib", "cli"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3));
  if (!known.includes(name)) throw new Failure(`There is no command "${name}".`, `Choose one of: ${known.join(", ")}`);

  const { databasesOf, findRunningServers, startServers } = await import("./servers.mjs");
  const external = externalServers();
  const dataDir = chosenDataDir();
  const isAllExternal = external.databaseUrl && external.meilisearchUrl;
  const running = isAllExternal ? undefined : findRunningServers(dataDir);

  /** @type {import("node:child_process").ChildProcess | undefined} */
  let command;
  let interrupts = 0;
  onInterrupt((count, signal) => {
    interrupts = count;
    // Ctrl-C in a terminal has reached the command already.
    if (count === 1 && signal === "SIGINT" && process.stdin.isTTY) return;
    command?.kill(count === 1 ? signal : "SIGKILL");
  });

  const own = isAllExternal || running ? undefined : await startServers({ dataDir, external, log: note });
  try {
    if (interrupts === 0) process.exitCode = await run({ ...(running ?? own), ...given(external), ...databasesOf(external) });
  } finally {
    await own?.stop();
  }
  process.exit(interrupts > 0 && !process.exitCode ? 130 : process.exitCode);

  /** @param {any} servers */
  function run(servers) {
    return new Promise((resolve, reject) => {
      // In a group of its own it could not read from the terminal.
      command = spawn(process.execPath, commandArguments(name, more), {
        cwd: root,
        env: { ...applicationEnvironment(servers, { migrates: ["migrate", "prepare"].includes(name) }), ...logKey() },
        stdio: "inherit",
      });
      command.once("error", reject);
      command.once("close", (code) => resolve(code ?? 130));
    });
  }
});

/** The key of this instance's log, where the launcher keeps one: what it signed is trusted here. */
function logKey() {
  const file = join(chosenDataDir(), "log-signing-key");
  return process.env.LOG_SIGNING_KEY || !existsSync(file) ? {} : { LOG_SIGNING_KEY: readFileSync(file, "utf8").trim() };
}

/** Standard output belongs to the command. @param {string} line */
function note(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {Record<string, string | undefined>} external */
function given(external) {
  return Object.fromEntries(Object.entries(external).filter(([, value]) => value));
}
