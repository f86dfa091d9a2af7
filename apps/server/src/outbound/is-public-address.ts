import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Reads an address in its usual spelling; undefined when the text is not one. */
export function readAddress(text: string): Address | undefined {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return undefined;
  return withinWrapping(ipaddr.process(bare));
}

/**
 * Whether an address lies in the open internet. Everything else is refused unless it is allowed by
 * name: private, loopback, link-local, shared, multicast, reserved, tunnels, cloud metadata.
 */
export function isPublicAddress(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  // Beyond 2000::/3 lie deprecated spellings of IPv4 and space that nobody has been given.
  if (address.kind() === 'ipv6') return address.match(globalUnicast, 3);
  return address.toString() !== AZURE_METADATA;
}

const globalUnicast = ipaddr.IPv6.parse('2000::');
/** A public address by number, and yet answered by the machine's own host. */
const AZURE_METADATA = '168.63.129.16';

/** An IPv4 address reached through NAT64 is judged as the IPv4 address that it is. */
function withinWrapping(address: Address): Address {
  if (address.range() !== 'rfc6052') return address;
  return new ipaddr.IPv4(address.toByteArray().slice(-4));
}
