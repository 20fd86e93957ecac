import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import type { Player } from "./players";
import type { Sample } from "./samples";

/** What an action takes beside its form, as its file declares it: the name of each, and what reads it. */
export type Parameter = { name: string; reader: string };
export type Built = { id: string; route: string; takesForm: boolean; parameters: Parameter[] };

/** Every server action by the name that it has in the table, with what the build calls it. */
export function builtActions(): Map<string, Built> {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => {
      const folders = filename
        .split("/")
        .slice(1, -1)
        .filter((part) => !part.startsWith("("));
      const route = `/${folders.join("/")}`;
      return [`${route} ${exportedName}`, { id, route, ...declared(readFileSync(filename, "utf8"), exportedName) }];
    }),
  );
}

function declared(file: string, name: string): Pick<Built, "takesForm" | "parameters"> {
  const pattern = new RegExp(`export const ${name} = (formAction|action)\\(\\s*\\[(.*?)\\],\\s*async \\(([^)]*)\\)`, "s");
  const [, kind, readers, names] = pattern.exec(file) ?? [];
  if (readers === undefined || names === undefined) throw new Error(`${name} is no action of lib/action.ts`);
  const [ofReaders, ofNames] = [parts(readers), parts(names)];
  const named = (reader: string) => new RegExp(`const ${reader} = (.*?);\n`, "s").exec(file)?.[1] ?? reader;
  return {
    takesForm: kind === "formAction",
    parameters: ofReaders.map((reader, place) => ({ name: ofNames[place] ?? "", reader: named(reader) })),
  };
}

/** What stands between the commas that are in no brackets. */
function parts(list: string): string[] {
  const found = list.match(/(?:\{[^}]*\}|\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|[^,{}()[\]])+/g) ?? [];
  return found.map((part) => part.trim()).filter(Boolean);
}

/** What the page of the record gives for a parameter. */
export function rightValue({ name, reader }: Parameter, { route }: Built, { path }: Sample): unknown {
  const segments = route.split("/").map((segment, place) => [segment.replace(/\W/g, ""), path.split(/[/?]/)[place] ?? ""] as const);
  const record = Object.fromEntries(segments);
  if (/^given\.(count|serial)/.test(reader)) return Number(record[name] ?? 1);
  if (reader === "given.choice") return true;
  if (!/^z\.object/.test(reader)) return record[name] ?? crypto.randomUUID();
  const fields = [...reader.matchAll(/(\w+): ((?:z\.array\()?[\w.]+)/g)];
  return Object.fromEntries(
    fields.map(([, field = "", of = ""]) => {
      if (of.startsWith("z.array")) return [field, ["en"]];
      if (of.startsWith("z.boolean")) return [field, true];
      return [field, of === "given.count" ? Number(record[field] ?? 1) : (record[field] ?? crypto.randomUUID())];
    }),
  );
}

/** The fields of a form, in the order in which they are sent. */
export type Fields = (readonly [name: string, value: string | { name: string; mimeType: string; buffer: Buffer }])[];

export const nothingShown = { values: {}, problems: [] };

/** The arguments as React writes them down (encodeReply): one line of JSON, in which `$K1` is the form whose fields stand before it under `_1_`. */
export async function call(
  request: APIRequestContext,
  { path, id, given, form = [] }: { path: string; id: string; given: readonly unknown[]; form?: Fields },
  player?: Player,
) {
  const multipart = new FormData();
  for (const [name, value] of form)
    if (typeof value === "string") multipart.append(`_1_${name}`, value);
    else multipart.append(`_1_${name}`, new File([new Uint8Array(value.buffer)], value.name, { type: value.mimeType }));
  // A form without a field is one all the same.
  if (form.length === 0) multipart.append("_1_reason", "");
  multipart.append("0", JSON.stringify(given));
  return send(request, { path, id, multipart }, player);
}

export async function send(
  request: APIRequestContext,
  { path, id, ...body }: { path: string; id: string; multipart?: FormData; data?: string; headers?: Record<string, string> },
  player?: Player,
) {
  const { headers: more = {}, ...content } = body;
  const headers = {
    accept: "text/x-component",
    "next-action": id,
    origin: new URL(process.env.BASE_URL ?? "").origin,
    ...(player ? { cookie: player.cookie } : {}),
    ...more,
  };
  const answer = await request.post(path, { headers, ...content, maxRedirects: 0 });
  return { status: answer.status(), isFound: answer.headers()["x-nextjs-action-not-found"] === undefined };
}
