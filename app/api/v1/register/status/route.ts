import { getStatus } from "@/lib/api/register/status";

export const GET = (request: Request) => getStatus(request);
