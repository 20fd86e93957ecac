import { env } from "@/lib/env";
import { newSigningKey, type SigningKey } from "./receipt";

let made: SigningKey | undefined;

/** The key that receipts are signed with; undefined where this process was given none, and then answers come without a receipt. */
export function signingKey(): SigningKey | undefined {
  made ??= env.SIGNING_KEY && newSigningKey(env.SIGNING_KEY);
  return made;
}
