import { z } from "zod";
import { accountStates, lastSeen } from "@/lib/accounts/account";
import { roles } from "@/lib/team/input";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);
const words = one(
  z
    .string()
    .transform((given) => given.replaceAll("\0", "").trim())
    .pipe(z.string().max(200))
    .catch(""),
);

/** What the address of the list asks for; whatever it is not is left out. */
export const accountQuery = z.object({
  q: words,
  organisation: words,
  role: one(z.enum(["", ...roles]).catch("")),
  state: one(z.enum(accountStates).catch("any")),
  seen: one(z.enum(lastSeen).catch("any")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type AccountQuery = z.output<typeof accountQuery>;
