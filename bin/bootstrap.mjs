import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";
import { endCommands } from "./child.mjs";
import { ensureInstalled } from "./install.mjs";
import { onInterrupt } from "./interrupt.mjs";
import { explain, Failure } from "./progress.mjs";
import { loadEnvFile, projectNode } from "./project.mjs";

/** In wall-clock milliseconds: counts from before the install, also once started again under the project's Node. */
const began = Number(process.env.CAIRN_BEGAN_AT) || performance.timeOrigin;
delete process.env.CAIRN_BEGAN_AT;

/**
 * Runs the work on the Node that the project brings: installs it where it is missing, and starts this same command
 * again under it when the host's Node is another. The work sets the exit code or throws.
 * @param {(since: number) => Promise<void>} work loads what needs the installed packages; gets when all began, as performance.now() counts
 * @param {import("./install.mjs").Extent} [extent] what the work needs
 */
export async function onProjectNode(work, extent = "site") {
  try {
    requireHostNode();
    loadEnvFile();
    const executable = realpathSync(process.execPath);
    const stopInstall = () => void endCommands().then(() => process.exit(130));
    process.once("SIGINT", stopInstall).once("SIGTERM", stopInstall);
    await ensureInstalled(extent);
    process.off("SIGINT", stopInstall).off("SIGTERM", stopInstall);

    if (executable === realpathSync(projectNode)) await work(began - performance.timeOrigin);
    else again();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

function requireHostNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (process.platform === "win32") {
    throw new Failure("Cairn does not run on Windows directly.", "Run it in the Windows Subsystem for Linux.");
  }
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(`This is Node ${process.versions.node}; Cairn needs 20.19 or later.`, "Install it from nodejs.org.");
}

function again() {
  // The channel tells the other side when this process is killed outright.
  const child = spawn(projectNode, process.argv.slice(1), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, CAIRN_BEGAN_AT: String(began), PATH: `${dirname(projectNode)}${delimiter}${process.env.PATH}` },
  });
  onInterrupt((_, signal) => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)));
}
