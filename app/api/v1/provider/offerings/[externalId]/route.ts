import { getOffering, putOffering } from "@/lib/api/offerings/routes";

/** One own offering by the provider's own id. */
export const GET = getOffering;
export const PUT = putOffering;
