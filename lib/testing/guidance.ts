import type { Actor } from "@/lib/auth/permissions";
import { startList } from "@/lib/guidance/lists/commands";
import { aMember } from "./people";
import { anOrganisation, aProvider } from "./registry";

/** A guidance service with those whom a command must tell apart: two counsellors and their lead, one of another service, one of a provider. */
export async function aService(slug: string) {
  const id = await anOrganisation(slug, { en: "Guidance house" }, { roles: ["guidance-service"], providerType: null });
  const other = await anOrganisation(`${slug}-other`, { en: "Other house" }, { roles: ["guidance-service"], providerType: null });
  return {
    counsellor: await aMember(id, "counsellor"),
    colleague: await aMember(id, "counsellor"),
    lead: await aMember(id, "lead-counsellor"),
    stranger: await aMember(other, "lead-counsellor"),
    outsider: await aMember((await aProvider()).id, "manager"),
  };
}

export async function started(actor: Actor, input: Parameters<typeof startList>[1]): Promise<string> {
  const list = await startList(actor, input);
  if (!list.ok) throw new Error(list.problems[0]?.code);
  return list.value.id;
}
