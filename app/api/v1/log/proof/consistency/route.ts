import { proveConsistencyRoute } from "@/lib/api/log/routes";

/** The proof that the log only grew between two sizes (RFC 6962). */
export const GET = proveConsistencyRoute;
