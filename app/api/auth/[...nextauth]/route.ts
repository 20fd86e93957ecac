import type { NextRequest } from "next/server";
import { handler } from "@/lib/auth/sign-in";

/** Where an OpenID provider or a mailed link sends people back to. Sign-in begins and ends at our own forms. */
export async function GET(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] !== "callback") return new Response(null, { status: 404 });
  return await handler(request, context);
}
