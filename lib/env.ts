import { z } from "zod";

const url = (what: string) => z.url({ error: `must be the address of ${what}` });

const oidcProvider = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Whether an address that this issuer calls verified may sign in to an account that is there already. */
  trustEmail: z.boolean().default(false),
});

export type OidcProvider = z.output<typeof oidcProvider>;

function readOidcProviders(text: string, context: z.RefinementCtx): OidcProvider[] {
  const fault = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return fault("must be a JSON list of OpenID providers");
  }
  const parsed = z.array(oidcProvider).safeParse(given);
  return parsed.success ? parsed.data : fault(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; "));
}

/** Private Ed25519 keys, 32 bytes in base64 each, apart by commas. */
function readSeeds(text: string, context: z.RefinementCtx): Buffer[] {
  const seeds = text.split(",").flatMap((one) => (one.trim() === "" ? [] : [Buffer.from(one.trim(), "base64")]));
  if (seeds.every(({ length }) => length === 32)) return seeds;
  context.addIssue({
    code: "custom",
    message: "must be 32 bytes in base64, such as `openssl rand -base64 32` makes; several apart by commas",
  });
  return z.NEVER;
}

/** Origins apart by spaces; `undefined` is any. */
function readOrigins(text: string, context: z.RefinementCtx): string[] | undefined {
  if (text.trim() === "*") return undefined;
  const origins = text.split(/\s+/).filter(Boolean);
  if (origins.length > 0 && origins.every((one) => URL.canParse(one) && new URL(one).origin === one)) return origins;
  context.addIssue({ code: "custom", message: "must be * or the origins of sites, such as https://jobs.example, apart by spaces" });
  return z.NEVER;
}

/** Everything that is configured by environment variables; `.env.example` explains each. */
const environment = z.object({
  DATABASE_URL: url("Postgres, such as postgres://user:password@host:5432/cairn"),
  /** The database as its owner, who migrates. Without it the application's own role is the owner. */
  MIGRATION_DATABASE_URL: url("Postgres, with the role that owns the tables").optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  MEILISEARCH_URL: url("Meilisearch, such as http://127.0.0.1:7700"),
  MEILISEARCH_KEY: z.string().default(""),
  /** Begins the names of the search indexes, so that several instances can share a search server. */
  INDEX_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]*$/i, "may hold letters, digits, - and _ only")
    .default("cairn"),
  CAIRN_CONFIG: z.string().default("config/demonstration.json"),
  /** The address under which the public reaches this instance. */
  SITE_URL: url("this site, such as https://microcredentials.example").default(`http://localhost:${process.env.PORT || 3000}`),
  /** Sets the clock, for showing another day and for tests. */
  CAIRN_NOW: z.iso.datetime({ offset: true, error: "must be a moment, such as 2027-01-01T00:00:00+01:00" }).optional(),
  DEMONSTRATION: z.enum(["on", "off"]).default("on"),
  /** Signs what sign-in hands to browsers. The launcher makes one where none is given. */
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  /** Signs the checkpoints of the public log; several while the key is changed. The launcher makes one where none is given. */
  LOG_SIGNING_KEY: z.string().default("").transform(readSeeds),
  /** What the public log is called in its checkpoints, for as long as it lives. */
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/u, "may hold neither spaces nor +")
    .optional(),
  /** Signs the receipts of the register. The launcher makes one where none is given. */
  SIGNING_KEY: z
    .string()
    .default("")
    .transform(readSeeds)
    .transform(([seed]) => seed),
  OIDC_PROVIDERS: z.string().default("[]").transform(readOidcProviders),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be the address of a mail server, such as smtp://user:password@mail.example:587" })
    .optional(),
  /** Lets feeds be fetched from addresses inside the network: for tests, and for instances that serve an intranet. */
  HARVEST_ALLOW_PRIVATE: z.enum(["on", "off"]).default("off"),
  /** Tiles that the map of results shows under its places; none by default. */
  MAP_TILES_URL: z
    .url({ protocol: /^https?$/, error: "must be the address of tiles, such as https://tiles.example/{z}/{x}/{y}.png" })
    .refine((address) => ["{z}", "{x}", "{y}"].every((part) => address.includes(part)), "must hold {z}, {x} and {y}")
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().default(""),
  /** The sites that may show a search in a frame. */
  EMBED_ORIGINS: z.string().default("*").transform(readOrigins),
  MAIL_FROM: z.string().default("Cairn <no-reply@localhost>"),
});

export type Environment = z.output<typeof environment>;

/** The validated environment. A fault stops the process and names every variable that is wrong. */
export const env: Environment = read();

function read(): Environment {
  // Building the site needs no servers; running it does.
  const building = process.env.NEXT_PHASE === "phase-production-build";
  const stand = building ? { DATABASE_URL: "postgres://localhost/none", MEILISEARCH_URL: "http://localhost:7700" } : {};
  const parsed = environment.safeParse({ ...stand, ...process.env });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
  throw new Error(`The configuration by environment variables does not hold (see .env.example):\n${faults}`);
}
