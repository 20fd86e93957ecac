import { getTranslations } from "next-intl/server";
import { calendarAnswer } from "@/lib/lists/files/calendar-answer";
import { listAsked } from "@/lib/lists/files/queries";

type Context = { params: Promise<{ locale: string }> };

/** The dates of a list, as a file that calendars also subscribe to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const [t, list] = await Promise.all([getTranslations({ locale, namespace: "lists" }), listAsked(request)]);
  if (!list) return new Response(null, { status: 404 });
  return await calendarAnswer(
    request,
    locale,
    list.title || t("title"),
    list.items.map(({ offering }) => offering),
  );
}
