import { createHmac } from "node:crypto";

/**
 * The link by which a list is read follows from the secret by which it is changed, and not the other way round: so that its maker's page can
 * show it although the database holds neither.
 */
export function readTokenOf(secret: string): string {
  return createHmac("sha256", secret).update("read").digest("base64url");
}

/** The secret of a list that a form makes: the same for the same form with the same words in it, and to be guessed by nobody without `once`. */
export function secretOfForm(once: string, words: unknown): string {
  return createHmac("sha256", once).update(JSON.stringify(words)).digest("base64url");
}
