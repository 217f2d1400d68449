import {type IncomingHttpHeaders, request} from 'node:http';

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Sends a request to a local server exactly as given: unlike `fetch`, it does not normalize the path, add headers,
 * follow redirects, decompress or cache.
 */
export const rawRequest = (
  origin: string,
  path: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const {hostname, port} = new URL(origin);
    const sent = request({hostname, port, path, method, headers, agent: false}, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject).end();
  });
