import createNextIntlPlugin from "next-intl/plugin";

const everyAnswer = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/**
 * Nothing comes from anywhere else, and nobody frames a page: a button of the desk that lies unseen under another site's would be pressed by
 * mistake. Pages are kept as they were drawn, so that the framework's scripts in them cannot have a number used once.
 * @param {string} ancestors
 */
const policy = (ancestors) => ({
  key: "Content-Security-Policy",
  value: [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    `frame-ancestors ${ancestors}`,
  ].join("; "),
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` checks the types, tests and tools included; whoever only starts Cairn need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Metadata stands in the head for everyone, not streamed in later: a title in the body is no title without JavaScript.
  htmlLimitedBots: /.*/,
  // It loads its database's library by a name that a bundler cannot see.
  serverExternalPackages: ["rate-limiter-flexible"],
  headers: async () => [
    { source: "/:path*", headers: everyAnswer },
    { source: "/((?!embed/).*)", headers: [policy("'self'")] },
    // Made to stand on other sites.
    { source: "/embed/:path*", headers: [policy("*")] },
  ],
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are read by the build: reading one anew for each page took a twentieth of drawing it.
  experimental: { messages: { path: "./lib/i18n/messages", locales: ["en", "nl", "fr", "de"], format: "json", precompile: true } },
});

export default withMessages(config);
