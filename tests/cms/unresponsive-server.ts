import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Starts a server that accepts requests and never responds. */
export async function startUnresponsiveServer() {
  const asked: string[] = [];
  const server = createServer(request => asked.push(request.url ?? ''));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>(resolve => server.close(() => resolve()));
  };
  return {url, asked, close};
}
