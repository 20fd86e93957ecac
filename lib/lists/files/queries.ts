import "server-only";
import { mostKept, readChosen } from "@/lib/lists/chosen";
import type { KeptOffering } from "@/lib/lists/kept";
import { listKept } from "@/lib/lists/offerings/queries";
import { findListByLink } from "@/lib/lists/queries";

export type Asked = { title: string; items: { offering: KeptOffering; note: string }[] };

/** The list whose file an address asks for: a shared one by its link, else the offerings that it names. */
export async function listAsked(request: Request): Promise<Asked | undefined> {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("list");
  if (token !== null) return await findListByLink(token);
  const offerings = await listKept({ slugs: readChosen(searchParams.getAll("o")).slice(0, mostKept) });
  return { title: "", items: offerings.map((offering) => ({ offering, note: "" })) };
}
