import type { NextRequest } from "next/server";
import { cookieNames } from "@/lib/auth/cookies";
import { handler } from "@/lib/auth/sign-in";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";

/** Where an OpenID provider or a mailed link sends people back to. Sign-in begins and ends at our own forms. */
export async function GET(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] === "error" || nextauth[0] === "signin") return failed(request);
  if (nextauth[0] !== "callback") return new Response(null, { status: 404 });
  return await handler(request, context);
}

/** next-auth sends whoever it did not let in to pages of its own: ours says why, in the language in which they began. */
function failed({ nextUrl, cookies }: NextRequest): Response {
  const given = nextUrl.searchParams.get("error") ?? "";
  const began = /^https?:\/\/[^/]+\/(\w+)/.exec(cookies.get(cookieNames.callback)?.value ?? "")?.[1];
  const error = /^\w{1,40}$/.test(given) ? given : "Other";
  const location = `/${isLocale(began) ? began : defaultLocale}/sign-in?error=${error}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
