import ipaddr from "ipaddr.js";

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address lies on the public internet. Everything that can lead inside a network is refused: private, local and reserved
 * ranges, and IPv6 spellings of IPv4 (mapped, compatible, NAT64, 6to4, Teredo), whatever they hold.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.match(globalUnicast) && !parsed.zoneId);
}
