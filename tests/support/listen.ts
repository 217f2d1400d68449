import type {Server} from 'node:http';
import type {Server as SecureServer} from 'node:https';
import type {AddressInfo} from 'node:net';

/** Server on a local port. */
export interface LocalServer {
  /** Origin, without a final slash. */
  readonly url: string;
  /** Closes the server with its connections. */
  close(): Promise<void>;
}

/** Lets a server listen on a free port of this machine. */
export async function listen(server: Server | SecureServer): Promise<LocalServer> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http${'setSecureContext' in server ? 's' : ''}://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
