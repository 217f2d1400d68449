import type {IncomingMessage} from 'node:http';
import {BlockList, isIP, SocketAddress} from 'node:net';

/**
 * Returns an address in its shortest notation (RFC 5952), and an IPv4 address in its own, also if a socket or a proxy
 * writes it as IPv6 (`::ffff:192.0.2.1`, `0:0:0:0:0:ffff:c000:201`).
 */
export function plainAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  const {address: short} = new SocketAddress({address, family: 'ipv6'});
  return short.replace(/^::ffff:(?=\d+\.)/, '');
}

/** Parses a list of addresses and networks, separated by commas; undefined if one is invalid. */
export function parseTrustedProxies(list: string): BlockList | undefined {
  const trusted = new BlockList();
  for (const entry of list.split(',').map(part => part.trim())) {
    if (entry === '') continue;
    const [address = '', prefix, extra] = entry.split('/');
    const version = isIP(address);
    const family = version === 6 ? 'ipv6' : 'ipv4';
    const isPrefix =
      prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= (version === 6 ? 128 : 32));
    if (version === 0 || extra !== undefined || !isPrefix) return undefined;
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  return trusted;
}

/**
 * Returns the IP address of a client. `X-Forwarded-For` is read from its end: each address was added by the proxy
 * before, and the first one that is not a trusted proxy is the client's.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  let address = plainAddress(request.socket.remoteAddress ?? '');
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  while (isTrusted(address, trusted)) {
    const before = plainAddress(
      (forwarded.pop() ?? '').trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2'),
    );
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

const isTrusted = (address: string, trusted: BlockList): boolean => {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
};
