import { getFigure } from "@/lib/api/statistics/routes";

export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return await getFigure(request, (await params).code);
}
