import {createServer, type IncomingHttpHeaders, request} from 'node:http';
import type {AddressInfo} from 'node:net';

/** One request as it came, and what became of it. */
export interface Heard {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  status: number;
  /** Of the body, as it went over the line. */
  bytes: number;
}

export interface Recorder {
  /** `http://127.0.0.1:4242` */
  readonly url: string;
  readonly heard: Heard[];
  close(): Promise<void>;
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

/** A server on a free port that keeps what it hears, and lets another one answer; without one, a picture. */
export async function startRecorder(behind?: string): Promise<Recorder> {
  const heard: Heard[] = [];
  const server = createServer((incoming, outgoing) => {
    const {method = 'GET', url: path = '/', headers} = incoming;
    const one: Heard = {method, path, headers, status: 200, bytes: 0};
    heard.push(one);
    if (!behind) {
      one.bytes = PIXEL.length;
      outgoing.writeHead(200, {'Content-Type': 'image/gif'}).end(PIXEL);
      return;
    }
    const {hostname, port} = new URL(behind);
    const passed = request({hostname, port, path, method, headers, agent: false}, answer => {
      one.status = answer.statusCode ?? 0;
      outgoing.writeHead(one.status, answer.headers);
      answer.on('data', (chunk: Buffer) => (one.bytes += chunk.length));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
