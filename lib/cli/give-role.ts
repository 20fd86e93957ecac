import { z } from "zod";
import { client } from "@/db";
import { memberRole } from "@/db/schema";
import { giveRole } from "@/lib/accounts/commands";
import { operator } from "@/lib/auth/permissions";
import words from "@/lib/i18n/messages/en/problems.json";

/** Gives somebody a role in an organisation: `npm run give-role -- EMAIL ORGANISATION ROLE`. */
const input = z.tuple([z.email(), z.string().min(1), z.enum(memberRole.enumValues)]).safeParse(process.argv.slice(2));

if (!input.success) {
  console.error(`Say: npm run give-role -- EMAIL ORGANISATION ROLE\nThe role is one of ${memberRole.enumValues.join(", ")}.`);
  process.exitCode = 1;
} else {
  const [email, organisation, role] = input.data;
  const given = await giveRole(operator("give-role"), { email, organisation, role });
  if (given.ok) console.log(`${email} is ${role} of ${organisation} now.`);
  else for (const { code, value } of given.problems) console.error(`${value ?? ""}: ${words[code]}`);
  if (!given.ok) process.exitCode = 1;
}
await client.end();
