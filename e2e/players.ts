import type { Access } from "@/lib/auth/access";
import { mayAtAll, type Permission, type Role } from "@/lib/auth/permissions";
import { country } from "@/lib/country/country";
import { sessionCookie } from "./checks";
import { newcomer } from "./invented";
import { guidanceService } from "./samples";

export const provider = { own: "hogeschool-lindewater", other: "haute-ecole-du-perron" };
export const authority = { own: "leerpadenraad", other: "conseil-des-parcours" };
const service = { own: guidanceService, other: "the-signpost-het-wegwijspunt" };

/** Each role, of the organisation whose records are tried and of another. */
const cast: { who: string; role: Role; organisation: string | null }[] = [
  { who: "nobody's", role: "person", organisation: null },
  ...(["viewer", "editor", "manager"] as const).flatMap((role) => [
    { who: `own ${role}`, role, organisation: provider.own },
    { who: `other ${role}`, role, organisation: provider.other },
  ]),
  ...(["registrar", "auditor", "analyst", "assessor", "administrator"] as const).flatMap((role) => [
    { who: `own ${role}`, role, organisation: authority.own },
    { who: `other ${role}`, role, organisation: authority.other },
  ]),
  ...(["counsellor", "lead-counsellor"] as const).flatMap((role) => [
    { who: `own ${role}`, role, organisation: service.own },
    { who: `other ${role}`, role, organisation: service.other },
  ]),
];

export type Player = (typeof cast)[number] & { personId: string; cookie: string };

/** Everybody of the cast, signed in. */
export async function signInAll(): Promise<Player[]> {
  const players: Player[] = [];
  for (const one of cast) {
    const known = await newcomer(one.who, one.role, one.organisation);
    players.push({ ...one, personId: known.personId, cookie: `${sessionCookie}=${known.token}` });
  }
  return players;
}

export const idOf = (players: Player[], name: string) => players.find(({ who }) => who === name)?.personId ?? "";

export const isRight = (access: Access): access is Permission => access !== "public" && access !== "person";

/** The answer that the table asks for: 200, or 404 where the role lacks the right or the record is another's. */
export function expected({ access, owner, route }: { access: Access; owner: string | null; route: string }, player: Player): number {
  // The overview of a counsellor is the page of their lists.
  if (route === "/[locale]/manage" && player.role.endsWith("counsellor")) return 307;
  if (!isRight(access)) return 200;
  const keeps = player.organisation === country.keeper;
  const actor = { id: `person:${player.personId}`, role: player.role, organisationId: null, keeps };
  if (!mayAtAll(actor, access)) return 404;
  return owner === null || owner === player.organisation || owner === player.personId ? 200 : 404;
}
