/** Arguments of `new Response()`. */
export type EmbeddedResponse = [body: string, init?: ResponseInit];

/**
 * Contents of the data block that `prerender` writes next to a widget: the responses it was rendered from. The keys are
 * stored in pages and must not change.
 */
export interface EmbeddedResponses {
  /** Time of the prerendering. ISO 8601 in UTC, with milliseconds. */
  readonly made: string;
  /** Time until which the responses are fresh, in the same format. */
  readonly until: string;
  readonly answers: Readonly<Record<string, EmbeddedResponse>>;
}

/**
 * Attribute of everything that `prerender` writes: the `<script>` data block with the responses, which the browser does
 * not run, and the first element of a prerendered shadow root.
 */
export const PRERENDERED_ATTRIBUTE = 'data-spass-brought';

/**
 * Returns the response embedded in the page while it is fresh, so that no request is needed. With the cache mode
 * `force-cache`, the last resort if the server is down, a stale one is returned too, as the browser's HTTP cache does.
 */
export function embeddedResponse(
  url: string,
  cache: RequestCache | undefined,
): Response | undefined {
  const now = new Date().toISOString();
  const {document} = globalThis as Partial<typeof globalThis>;
  for (const {textContent} of document?.querySelectorAll(`script[${PRERENDERED_ATTRIBUTE}]`) ?? [])
    try {
      const {made, until, answers: responses} = JSON.parse(textContent) as EmbeddedResponses;
      if (cache === 'force-cache' || (cache === 'default' && made <= now && now < until))
        return new Response(...(responses[url] as EmbeddedResponse));
    } catch {
      // Not a data block, or one without this URL.
    }
  return undefined;
}
