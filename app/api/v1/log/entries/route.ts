import { listEntriesRoute } from "@/lib/api/log/routes";

/** Entries of the public log from one place to another, both included. */
export const GET = listEntriesRoute;
