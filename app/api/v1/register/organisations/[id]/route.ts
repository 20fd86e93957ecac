import { getOrganisation } from "@/lib/api/register/organisations";

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) => getOrganisation(request, (await params).id);
