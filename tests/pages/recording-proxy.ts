import {createServer, type IncomingHttpHeaders, request} from 'node:http';
import {listen, type LocalServer} from '../support/listen.js';

/** Request with its result. */
export interface RecordedRequest {
  readonly method: string;
  /** Including the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  status: number;
  /** Transferred size of the body. */
  bytes: number;
}

export interface RecordingProxy extends LocalServer {
  readonly requests: RecordedRequest[];
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

/** Starts a recording proxy on a free port; without an upstream server it returns an image. */
export async function startRecordingProxy(upstream?: string): Promise<RecordingProxy> {
  const heard: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const {method = 'GET', url: path = '/', headers} = incoming;
    const one: RecordedRequest = {method, path, headers, status: 200, bytes: 0};
    heard.push(one);
    if (!upstream) {
      one.bytes = PIXEL.length;
      outgoing.writeHead(200, {'Content-Type': 'image/gif'}).end(PIXEL);
      return;
    }
    const {hostname, port} = new URL(upstream);
    const passed = request({hostname, port, path, method, headers, agent: false}, answer => {
      one.status = answer.statusCode ?? 0;
      outgoing.writeHead(one.status, answer.headers);
      answer.on('data', (chunk: Buffer) => (one.bytes += chunk.length));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  return {...(await listen(server)), requests: heard};
}
