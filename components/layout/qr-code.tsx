import { qrPath } from "@/lib/interop/qr";

/** An address as a code for a telephone; nothing where it is too long for one. */
export function QrCode({ url }: { url: string }) {
  const code = qrPath(url);
  if (!code) return null;

  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      aria-hidden="true"
      className="size-[2.8cm] shrink-0 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={code.path} fill="#000" />
    </svg>
  );
}
