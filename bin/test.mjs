import { onProjectNode } from "./bootstrap.mjs";

await onProjectNode(async () => {
  const { runTests } = await import("./test-run.mjs");
  await runTests(process.argv.slice(2));
}, "tools");
