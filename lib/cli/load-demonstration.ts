import { client } from "@/db";
import { country } from "@/lib/country/country";
import { demonstrationState } from "@/lib/demonstration/queries";

const state = await demonstrationState();
if (country.demonstration && (state === "empty" || state === "begun")) {
  // Half of the application, which every later start would wait for.
  const { fillDemonstration } = await import("@/lib/demonstration/filling/commands");
  await fillDemonstration(state, console.log);
}
await client.end();
