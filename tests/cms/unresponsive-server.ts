import {createServer} from 'node:http';
import {listen} from '../support/listen.js';

/** Starts a server that accepts requests and never responds. */
export async function startUnresponsiveServer() {
  const asked: string[] = [];
  const server = createServer(request => asked.push(request.url ?? ''));
  return {...(await listen(server)), asked};
}
