import { openApiDocument } from "@/lib/api/openapi/document";

/** What the API takes and answers, for programs that make clients out of it. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
