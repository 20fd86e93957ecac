import { listSessions } from "@/lib/api/sessions/routes";

export const GET = listSessions;
