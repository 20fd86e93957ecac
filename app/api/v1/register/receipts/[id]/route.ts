import { getReceipt } from "@/lib/api/register/status";

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) => getReceipt(request, (await params).id);
