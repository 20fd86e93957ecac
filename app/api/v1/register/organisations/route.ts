import { listOrganisations } from "@/lib/api/register/organisations";

export const GET = (request: Request) => listOrganisations(request);
