import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { fileColumns, lineOf, toCsv } from "@/lib/lists/files/file";
import { listAsked } from "@/lib/lists/files/queries";

type Context = { params: Promise<{ locale: string }> };

/** A list to take along, as CSV for spreadsheets or as JSON for programs. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const [t, list] = await Promise.all([getTranslations({ locale, namespace: "lists" }), listAsked(request)]);
  if (!list) return new Response(null, { status: 404 });
  const addressOf = (slug: string) => new URL(address(locale, `offerings/${slug}`), env.SITE_URL).href;
  const items = list.items.map((item) => lineOf(item, { day: today(), locale, addressOf }));
  const noindex = { "x-robots-tag": "noindex" };
  if (new URL(request.url).searchParams.get("format") === "json")
    return Response.json({ title: list.title, language: locale, on: today(), items }, { headers: { ...noindex, ...asFile("json") } });

  const header = fileColumns.map((column) => t(`file.${column}`));
  return new Response(toCsv(fileColumns, header, items), {
    headers: { ...noindex, ...asFile("csv"), "content-type": "text/csv; charset=utf-8" },
  });
}

const asFile = (ending: string) => ({ "content-disposition": `attachment; filename="list.${ending}"` });
