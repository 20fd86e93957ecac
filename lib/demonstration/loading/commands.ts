import "server-only";
import { isDemonstration } from "@/lib/demonstration/mode";
import { demonstrationState } from "@/lib/demonstration/queries";

/** Fills an instance that is to show the demonstration and has nothing in it yet. */
export async function loadDemonstration(tell: (line: string) => void): Promise<void> {
  if (!isDemonstration) return;
  const state = await demonstrationState();
  if (state !== "empty" && state !== "begun") return;
  // Half of the application, which every later start would wait for.
  const { fillDemonstration } = await import("@/lib/demonstration/filling/commands");
  await fillDemonstration(state, tell);
}
