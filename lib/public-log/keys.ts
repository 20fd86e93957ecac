import { env } from "@/lib/env";
import { newSigner, type Signer } from "./note";

/** What the log calls itself in every checkpoint, and its keys: the address of this instance, unless told otherwise. */
export const logOrigin = env.LOG_ORIGIN ?? originOf(env.SITE_URL);

/** The site's address without its scheme, as C2SP asks: `microcredentials.example/api/v1/log`. */
function originOf(site: string): string {
  const { host, pathname } = new URL(site);
  return `${host}${pathname.replace(/\/+$/, "")}/api/v1/log`;
}

let made: Signer[] | undefined;

/** The keys that this process signs with: none where it was given none, and then it only reads the log. */
export function logSigners(): Signer[] {
  made ??= env.LOG_SIGNING_KEY.map((seed) => newSigner(logOrigin, seed));
  return made;
}

/** The keys that this process believes without being told: its own, also under a name that the log had before. */
export function ownKeys(known: string[]): string[] {
  const keyIn = (verifierKey: string) => verifierKey.split("+").slice(2).join("+");
  const own = logSigners().map(({ verifierKey }) => verifierKey);
  return [...own, ...known.filter((key) => own.some((one) => keyIn(one) === keyIn(key)))];
}
