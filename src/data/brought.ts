/** What `prerender` writes into a page beside a widget: the answers that it was made of. */
export interface Brought {
  /** When they were given, and until when they are as good as new; ISO 8601 in UTC, with milliseconds. */
  readonly made: string;
  readonly until: string;
  /** By address, as `new Response()` takes them. */
  readonly answers: Readonly<Record<string, [string, ResponseInit?]>>;
}

/**
 * Marks what `prerender` wrote: the script element that holds answers, a data block, which no browser runs; and what a
 * shadow root begins with that was drawn in advance.
 */
export const BROUGHT = 'data-spass-brought';

/**
 * The answer that a page brought along, while it is fresh: then no request is needed. As the last way out, when the
 * server is down, one that is out of date is taken too, as one of the browser's cache would be.
 */
export function broughtAnswer(url: string, cache: RequestCache | undefined): Response | undefined {
  const now = new Date().toISOString();
  const {document} = globalThis as Partial<typeof globalThis>;
  for (const {textContent} of document?.querySelectorAll(`[${BROUGHT}]`) ?? [])
    try {
      const {made, until, answers} = JSON.parse(textContent) as Brought;
      if (cache === 'force-cache' || (cache === 'default' && made <= now && now < until))
        return new Response(...(answers[url] as [string]));
    } catch {
      // It has no such answer, or is no such block.
    }
  return undefined;
}
