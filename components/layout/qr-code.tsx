import { qrPath } from "@/lib/interop/qr";

/** So many centimetres a module needs at the least for a telephone to tell it from its neighbours on paper. */
const module = 0.042;

/** An address as a code for a telephone, the larger the finer its pattern is; nothing where it is too long for one. */
export function QrCode({ url }: { url: string }) {
  const code = qrPath(url);
  if (!code) return null;
  const size = `${Math.max(2.8, code.size * module).toFixed(1)}cm`;

  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      aria-hidden="true"
      width={size}
      height={size}
      className="shrink-0 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={code.path} fill="#000" />
    </svg>
  );
}
