import { endFollow } from "@/lib/follows/commands";
import { findFollow } from "@/lib/follows/queries";
import { address } from "@/lib/i18n/address";
import { defaultLocale } from "@/lib/i18n/locales";

type Context = { params: Promise<{ key: string }> };

/** The one click of a mail program (RFC 8058): no page, no cookie, no question. It ends all that the mail came for. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  await endFollow((await params).key, true);
  return new Response(null, { status: 204 });
}

/** Programs that know no such click open the address: there is a page for people, and looking at it ends nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  const found = await findFollow(key);
  const path = address(found?.follow.locale ?? defaultLocale, `follow/stop/${encodeURIComponent(key)}`);
  return new Response(null, { status: 303, headers: { location: path } });
}
