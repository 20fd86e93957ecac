import { onProjectNode } from "./bootstrap.mjs";

await onProjectNode(async (since) => {
  const { launch } = await import("./launch.mjs");
  await launch({ watch: true, since });
}, "tools");
