import { getAuditPlan } from "@/lib/api/audits/routes";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return await getAuditPlan(request, (await params).slug);
}
