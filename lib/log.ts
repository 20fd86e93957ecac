import pino from "pino";

const root = pino({ level: process.env.LOG_LEVEL ?? "info", base: null });

/** One line of JSON a message, with the part of Cairn it comes from. */
export function logger(part: string) {
  return root.child({ part });
}
