import { sql } from "drizzle-orm";
import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import { db } from "@/db";
import type { MemberRole } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { country } from "@/lib/country/country";
import { addDays, type Day } from "@/lib/days/days";
import { overseenBy } from "@/lib/decisions/overview/queries";

const firstNames =
  "Amber Bram Chloé Dries Elif Fatima Gert Hanne Ines Jonas Karim Lotte Mathis Noor Olivia Pieter Quinten Rosa Sofie Tom".split(" ");
const lastNames = "Aerts Baeten Claes Declercq El-Amrani Fontaine Goossens Hermans Imbrechts Janssens Kaya Lambert Maes Nijs Peeters".split(
  " ",
);

/** Those who ask for the pages, by what they do; their session is their role's name. */
const readers = ["registrar", "assessor", "auditor", "administrator", "analyst"] as const satisfies MemberRole[];
export type Reader = (typeof readers)[number];

export const tokenOf = (reader: Reader) => `bench-cases-${reader}`;

type Provider = { id: string; slug: string };
type Offering = { id: string; slug: string; providerId: string };

/** An authority with its people, those who apply to it, and what it answers for. The first of each is who asks for the pages. */
export type Office = {
  authorityId: string;
  slug: string;
  day: Day;
  registrars: string[];
  assessors: string[];
  auditors: string[];
  applicants: string[];
  providers: Provider[];
  offerings: Offering[];
};

const sizes: Record<Reader, number> = { registrar: 25, assessor: 60, auditor: 20, administrator: 3, analyst: 4 };

type Person = { id: string; role: MemberRole | null };

/** Three thousand accounts: the authority's own, those of its providers, and those who apply. */
export async function openOffice(random: Random, day: Day, accounts: number): Promise<Office> {
  const slug = country.keeper;
  const [authority] = await db.execute<{ id: string }>(sql`select id from organisations where slug = ${slug}`);
  if (!authority) throw new Error(`There is no authority ${slug}`);
  const providers = await db.execute<Provider>(
    sql`select o.id, o.slug from organisations o where ${overseenBy(authority.id, slug)} order by o.slug`,
  );
  const offerings = await db.execute<Offering>(sql`select f.id, f.slug, f.provider_id as "providerId" from offerings f
    join organisations o on o.id = f.provider_id where f.status = 'published' and ${overseenBy(authority.id, slug)} order by f.slug`);
  const own = readers.flatMap((role) => Array.from({ length: sizes[role] }, (): Person => ({ id: random.uuid(), role })));
  const others = Array.from({ length: accounts - own.length }, (_, place): Person => {
    const role = random.weighted<MemberRole>([
      ["manager", 3],
      ["editor", 6],
      ["viewer", 2],
    ]);
    return { id: random.uuid(), role: place % 3 === 0 ? null : role };
  });
  await writePeople(random, day, [...own, ...others]);
  await insertRows("memberships", [
    ...own.map(({ id, role }) => ({ person_id: id, organisation_id: authority.id, role, created_at: addDays(day, -700) })),
    ...others.flatMap(({ id, role }) =>
      role ? [{ person_id: id, organisation_id: random.pick(providers).id, role, created_at: addDays(day, -random.int(1, 700)) }] : [],
    ),
  ]);
  const as = (role: Reader) => own.flatMap((one) => (one.role === role ? [one.id] : []));
  await insertRows(
    "sign_ins",
    readers.map((role) => ({
      token_hash: hashOf(tokenOf(role)),
      person_id: as(role)[0],
      organisation_id: authority.id,
      created_at: day,
      expires_at: addDays(day, 30),
    })),
  );
  return {
    authorityId: authority.id,
    slug,
    day,
    registrars: as("registrar"),
    assessors: as("assessor"),
    auditors: as("auditor"),
    applicants: others.flatMap(({ id, role }) => (role ? [] : [id])),
    providers: [...providers],
    offerings: [...offerings],
  };
}

async function writePeople(random: Random, day: Day, people: Person[]): Promise<void> {
  const rows = people.map(({ id, role }, place) => ({
    id,
    name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    email: `${role ?? "applicant"}.${place}@cases.example`,
    locale: random.pick(country.languages),
    notice_choices: {},
    suspended_at: place > 200 && random.chance(0.03) ? addDays(day, -random.int(1, 300)) : null,
    created_at: addDays(day, -random.int(30, 900)),
  }));
  await insertRows("people", rows);
  const seen = rows.flatMap(({ id }) =>
    random.chance(0.9) ? Array.from({ length: random.int(1, 12) }, () => ({ id, on: addDays(day, -random.int(0, 500)) })) : [],
  );
  await insertRows(
    "events",
    seen.map(({ id, on }) => ({
      type: "person.signed-in",
      subject: "person",
      subject_id: id,
      actor: `person:${id}`,
      happened_at: `${on} 09:30:00+01`,
      indexed_at: `${on} 09:30:01+01`,
    })),
  );
}
