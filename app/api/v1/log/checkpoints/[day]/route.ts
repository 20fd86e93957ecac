import { getDay } from "@/lib/api/log/routes";

/** The checkpoint that stood at the end of a day, for good. */
export const GET = getDay;
