import { createHmac } from "node:crypto";

/**
 * The link by which a list is read follows from the secret by which it is changed, and not the other way round: so that its maker's page can
 * show it although the database holds neither.
 */
export function readTokenOf(secret: string): string {
  return createHmac("sha256", secret).update("read").digest("base64url");
}
