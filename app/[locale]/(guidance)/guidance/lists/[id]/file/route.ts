import { getTranslations } from "next-intl/server";
import { actorOf } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { clientColumns, clientLineOf, planColumns } from "@/lib/guidance/lists/file";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { noteUse } from "@/lib/guidance/uses/commands";
import { address } from "@/lib/i18n/address";
import { fileColumns, toCsv } from "@/lib/lists/files/file";
import { boundsOf } from "@/lib/lists/queries";
import { findPlan } from "@/lib/plans/queries";

type Context = { params: Promise<{ locale: string; id: string }> };

/** A client's list with its plan for a spreadsheet. Neither the file nor its name says what the counsellor calls it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  const person = await findPerson();
  const actor = person && actorOf(person);
  const found = actor && (await findOwnList(actor, id));
  if (!found || found.list.isTemplate) return new Response(null, { status: 404 });
  const [t, clients, plan] = await Promise.all([
    getTranslations({ locale, namespace: "lists.file" }),
    getTranslations({ locale, namespace: "clients.file" }),
    findPlan(found.items, boundsOf(found.list)),
  ]);
  await noteUse(actor, "printed-or-file");
  const addressOf = (slug: string) => new URL(address(locale, `offerings/${slug}`), env.SITE_URL).href;
  const made = { day: today(), locale, addressOf, currency: country.currency };
  const header = [...fileColumns.map((column) => t(column)), ...planColumns.map((column) => clients(column))];
  const lines = found.items.map((item) => clientLineOf(item, plan, made));
  return new Response(toCsv(clientColumns, header, lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="list.csv"',
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
