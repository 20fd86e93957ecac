/** Whether a text can be the id of a record at all. Addresses and forms bring anything, and Postgres throws at what is no UUID. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
