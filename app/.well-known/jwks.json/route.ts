import { getKeys } from "@/lib/api/register/status";

/** Not at build time, when there is neither a database nor a key. */
export const dynamic = "force-dynamic";

export const GET = (request: Request) => getKeys(request);
