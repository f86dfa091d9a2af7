import ipaddr from 'ipaddr.js';
import type { AllowedPeer } from '../config.ts';
import type { Address } from './is-public-address.ts';

/** The exceptions from "no private addresses" that the operator has made. */
export interface AllowList {
  /** Whether a host is allowed by its name, wherever that name leads. */
  permitsHost(host: string, port: number): boolean;
  permitsAddress(address: Address, port: number): boolean;
  add(peer: AllowedPeer): void;
}

/** An allow list that begins with these peers. A host is compared without case and final dot. */
export function createAllowList(peers: readonly AllowedPeer[]): AllowList {
  const rules = peers.map(ruleOf);
  return {
    permitsHost: (host, port) =>
      rules.some((rule) => rule.host === plainName(host) && applies(rule, port)),
    permitsAddress: (address, port) =>
      rules.some((rule) => rule.includes?.(address) && applies(rule, port)),
    add: (peer) => void rules.push(ruleOf(peer)),
  };
}

interface Rule {
  readonly host?: string;
  readonly includes?: (address: Address) => boolean;
  readonly port: number | undefined;
}

function ruleOf(peer: AllowedPeer): Rule {
  if ('host' in peer) return { host: plainName(peer.host), port: peer.port };
  const [network, bits] = ipaddr.parseCIDR(peer.network);
  return {
    includes: (address) =>
      network instanceof ipaddr.IPv4
        ? address instanceof ipaddr.IPv4 && address.match(network, bits)
        : address instanceof ipaddr.IPv6 && address.match(network, bits),
    port: peer.port,
  };
}

function applies(rule: Rule, port: number): boolean {
  return rule.port === undefined || rule.port === port;
}

function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
