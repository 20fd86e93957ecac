import { getAuditFrame } from "@/lib/api/audits/routes";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return await getAuditFrame(request, (await params).slug);
}
