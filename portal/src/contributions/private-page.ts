import type {Reply} from '../http/reply.js';
import {type Html, html} from '../markup.js';

const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export interface PrivatePageOptions {
  /** Relative address of the root of the server, such as `../../`. */
  readonly root: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns a private page: not cached, not indexed, not framed, and without a referrer. */
export const privatePage = (
  lang: string,
  title: string,
  content: Html,
  {root, status = 200, headers = {}}: PrivatePageOptions,
): Reply => ({
  status,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    ...headers,
  },
  body: html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${root}moderation/page.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.source,
});

/** Redirects after a form submission (RFC 9110, 15.4.4). */
export const seeOther = (
  Location: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status: 303,
  headers: {Location, 'Cache-Control': 'no-store', 'Content-Type': 'text/plain', ...headers},
  body: '',
});
