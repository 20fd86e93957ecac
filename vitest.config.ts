import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      // Outside Next the guard has nothing to guard, and would throw.
      "server-only": path.join(import.meta.dirname, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: ["lib/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: "./lib/testing/global-setup.ts",
    setupFiles: ["./lib/testing/setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // They end a test that hangs, and say nothing of speed: a slow machine beside other work takes its time.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
