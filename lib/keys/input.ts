import { z } from "zod";
import { scopes } from "./key";

export const newKeyInput = z.object({
  name: z.string().trim().min(1, "textMissing").max(200, "nameTooLong"),
  scope: z.enum(scopes),
  expiresOn: z.iso.date("dayNotUnderstood"),
});

export type NewKey = z.output<typeof newKeyInput>;
