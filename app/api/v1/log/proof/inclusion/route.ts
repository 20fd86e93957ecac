import { proveInclusionRoute } from "@/lib/api/log/routes";

/** The proof that an entry is in the log of a size (RFC 6962). */
export const GET = proveInclusionRoute;
