import { getCheckpoint } from "@/lib/api/log/routes";

/** The signed head of the public log (C2SP tlog-checkpoint). */
export const GET = getCheckpoint;
