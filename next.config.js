import { existsSync } from "node:fs";
import { join } from "node:path";
import createNextIntlPlugin from "next-intl/plugin";
import { chosenPolicy, policyOf } from "./bin/policy.mjs";

const everyAnswer = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/**
 * @param {string} source
 * @param {string} url one of those
 */
const policyFor = (source, url) => ({
  source,
  headers: [{ key: "Content-Security-Policy", value: policyOf(url, { ...chosenPolicy(), develops: true }) }],
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` checks the types, tests and tools included; whoever only starts Cairn need not wait for that.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // In production nothing reads them, and making them took a third of the build.
    turbopackSourceMaps: process.env.NODE_ENV === "development",
    // For who builds again. The first build is all that most make, and writing its cache took as long as a second start.
    turbopackFileSystemCacheForBuild: existsSync(join(import.meta.dirname, ".next", "BUILD_ID")),
  },
  // Metadata stands in the head for everyone, not streamed in later: a title in the body is no title without JavaScript.
  htmlLimitedBots: /.*/,
  // It loads its database's library by a name that a bundler cannot see.
  serverExternalPackages: ["rate-limiter-flexible"],
  headers: async () => [
    { source: "/:path*", headers: everyAnswer },
    // Otherwise bin/web.mjs sends it.
    ...(process.env.NODE_ENV === "development" ? [policyFor("/((?!embed/).*)", "/"), policyFor("/embed/:path*", "/embed/")] : []),
  ],
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are read by the build: reading one anew for each page took a twentieth of drawing it.
  experimental: { messages: { path: "./lib/i18n/messages", locales: ["en", "nl", "fr", "de"], format: "json", precompile: true } },
});

export default withMessages(config);
