import { listDaysRoute } from "@/lib/api/log/routes";

/** The checkpoints at the ends of days, the latest first, and the keys that signed. */
export const GET = listDaysRoute;
