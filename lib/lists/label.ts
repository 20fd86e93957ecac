/** Why a label of a client's list may say who the client is. It is for a counsellor to judge: nothing is refused or changed. */
export type LabelDoubt = "email" | "number" | "name";

const email = /\S@\S+\.\S/;
/** As many digits in a row as a telephone or a national number has, however they are grouped. */
const longNumber = /\d(?:[\s./-]*\d){8,}/;
/** Two words in a row that begin with a capital, as names do; small words may stand between them, as in "Anna van der Berg". */
const capitalised =
  /(?:^|[^\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*(?:\s+\p{Ll}{1,3}){0,2}\s+\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u;

/** What in a label looks as if it said who somebody is. */
export function doubtsAboutLabel(label: string): LabelDoubt[] {
  return [
    ...(email.test(label) ? (["email"] as const) : []),
    ...(longNumber.test(label) ? (["number"] as const) : []),
    ...(capitalised.test(label.normalize("NFC")) ? (["name"] as const) : []),
  ];
}
