import type {IncomingMessage} from 'node:http';
import {plainAddress} from './client-address.js';

/** Returns the host part of a URL for a listening address. */
export const urlHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** Names of this machine, with any port: a container or a tunnel may forward another one. */
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Returns the origin for absolute links: the public URL of the settings. Without one it is the address of the
 * connection; the `Host` header is used only if it names this machine, since a client can write anything there.
 */
export function requestOrigin(request: IncomingMessage, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const {host = ''} = request.headers;
  const {localAddress = '127.0.0.1', localPort = 0} = request.socket;
  const ownHost = `${urlHost(plainAddress(localAddress))}:${localPort}`;
  return `http://${LOOPBACK_HOST.test(host) ? host.toLowerCase() : ownHost}`;
}

/** Returns true if the `Host` header names neither this machine nor the address of the connection. */
export const isForeignHost = (request: IncomingMessage): boolean => {
  const {host = ''} = request.headers;
  return host !== '' && `http://${host.toLowerCase()}` !== requestOrigin(request, undefined);
};
