import { calendarAnswer } from "@/lib/lists/files/calendar-answer";
import { listKept } from "@/lib/lists/offerings/queries";
import { plainText } from "@/lib/texts/texts";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The dates of one offering, as a file that calendars also subscribe to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const [offering] = await listKept({ slugs: [slug] });
  if (!offering) return new Response(null, { status: 404 });
  return await calendarAnswer(request, locale, plainText(offering.title, locale, offering.original), [offering]);
}
