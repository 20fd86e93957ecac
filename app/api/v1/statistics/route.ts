import { listFigures } from "@/lib/api/statistics/routes";

export const GET = (request: Request) => listFigures(request);
