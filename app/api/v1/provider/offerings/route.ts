import { listOfferings } from "@/lib/api/offerings/routes";

/** A provider's own offerings, drafts included, in pages: follow `next` until it is null. */
export const GET = listOfferings;
