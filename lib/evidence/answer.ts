/** Sends a browser on to a page after it has sent a file. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** A file to be saved: what strangers hand in is never run in the name of this site. */
export function toDownload({ bytes, mediaType, name }: { bytes: Uint8Array; mediaType: string; name: string }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, "_")}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
