import {
  PRERENDERED_ATTRIBUTE,
  type EmbeddedResponses,
} from '../../../data/client/embedded-responses.js';
import {UsageError} from '../command.js';
import {toLightHtml} from './light.js';
import {element, serializeJson} from './markup.js';
import {type PrerenderPage, openPage} from './page.js';

/** Widget to render, with the options of the command. */
export interface RenderOptions {
  readonly widget: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** HTML of the site itself, inside the tag. */
  readonly childrenHtml: string;
  readonly isLight: boolean;
  readonly base: string | undefined;
  readonly baseUrl: string | undefined;
  readonly maxAge: number | undefined;
  readonly hasData: boolean;
  readonly now: Date;
}

export interface Fragment {
  readonly html: string;
  /** Messages for the person who runs the command. */
  readonly messages: readonly string[];
}

/** Page URL used if none is given; relative URLs cannot be loaded from it. */
const DEFAULT_PAGE_URL = 'https://page.invalid/';
/** Timeout of all requests and rendering of a widget. */
const TIMEOUT_MS = 120_000;

interface WidgetElement extends HTMLElement {
  readonly loadComplete?: Promise<void>;
}

/**
 * Renders a widget as a fragment of HTML.
 *
 * @throws if its data cannot be loaded.
 */
export async function renderFragment(options: RenderOptions): Promise<Fragment> {
  const page = await openPage(pageUrl(options.baseUrl));
  const host = createWidget(options, page);
  const failures: string[] = [];
  const widgets = (): WidgetElement[] =>
    [host, ...host.querySelectorAll<WidgetElement>('*')].filter(isWidget);
  for (const widget of widgets())
    widget.addEventListener('spass-error', event =>
      failures.push((event as Event & {message?: string}).message ?? 'failed'),
    );
  page.document.body.append(host);
  await withTimeout(TIMEOUT_MS, whenLoaded(widgets));
  // An alert is also shown if one of several sources failed. A fragment with half of the data must not replace a
  // complete one.
  const alerts = widgets().flatMap(({shadowRoot}) => [
    ...(shadowRoot?.querySelectorAll('[role="alert"]') ?? []),
  ]);
  failures.push(...alerts.map(({textContent}) => textContent.trim()).filter(Boolean));
  if (failures.length) throw new Error([...page.warnings, ...failures].join('\n'));
  const {html, messages: notes} = await serialize(host, options);
  const data = options.hasData ? embeddedData(page, options) : '';
  return {
    html: `${data}${html}\n`,
    messages: [
      ...page.warnings,
      ...notes,
      ...missingDataMessages(page, options),
      ...sizeMessages(data),
    ],
  };
}

function pageUrl(baseUrl: string | undefined): string {
  if (baseUrl === undefined) return DEFAULT_PAGE_URL;
  if (!/^https?:/i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError(`--base-url ${baseUrl}: expected the URL of a page`);
  return baseUrl;
}

function createWidget(
  {widget, attributes, childrenHtml}: RenderOptions,
  {document}: PrerenderPage,
): WidgetElement {
  const tag = `spass-${widget}`;
  const elementClass = /^[a-z-]+$/.test(widget) ? customElements.get(tag) : undefined;
  if (!elementClass || widget === 'layer')
    throw new UsageError(`--widget ${widget}: there is no <${tag}>`);
  const {observedAttributes} = elementClass as unknown as {observedAttributes: readonly string[]};
  const host = document.createElement(tag);
  for (const [name, value] of attributes) {
    if (!['id', 'class', 'lang'].includes(name) && !observedAttributes.includes(name))
      throw new UsageError(
        `--${name}: <${tag}> has no such attribute; it has ${observedAttributes.toSorted().join(', ')}`,
      );
    host.setAttribute(name, value);
  }
  // HTML of the site itself, parsed in a page that executes nothing, to be copied into the fragment.
  // oxlint-disable-next-line no-restricted-properties
  const childDocument = new DOMParser().parseFromString(childrenHtml, 'text/html');
  host.append(...childDocument.body.childNodes);
  return host;
}

const isWidget = (element: Element): boolean => element.localName.startsWith('spass-');

/** Resolves when all widgets have loaded, including those rendered by others. */
async function whenLoaded(widgets: () => readonly WidgetElement[]): Promise<void> {
  for (const widget of widgets()) await widget.loadComplete;
  // A widget may have started another load in a linked one.
  for (const widget of widgets()) await widget.loadComplete;
}

async function withTimeout(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not drawn within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function serialize(host: Element, {isLight, base}: RenderOptions): Promise<Fragment> {
  if (isLight) return {html: toLightHtml(host), messages: []};
  // Imported once the page is open: they import styles of elements.
  const {toShadowHtml} = await import('./shadow.js');
  const {renderStyleElements, renderStyleSheetLink} = await import('./styles.js');
  const hashes = new Set<string>();
  const renderStyles = (one: Element): string => {
    const noun = one.localName.replace('spass-', '');
    if (base !== undefined) return renderStyleSheetLink(base, noun, one.constructor as never);
    const styles = renderStyleElements(one);
    for (const hash of styles.hashes) hashes.add(`'${hash}'`);
    return styles.html;
  };
  const html = toShadowHtml(host, {renderStyles});
  const notes = hashes.size
    ? [`Content-Security-Policy: style-src 'self' ${[...hashes].join(' ')}`]
    : [];
  return {html, messages: notes};
}

/** Returns data blocks with the responses that the fragment is made of, one per expiry time. */
function embeddedData({recorder}: PrerenderPage, {maxAge, now}: RenderOptions): string {
  const attributes = [['type', 'application/json'] as const, [PRERENDERED_ATTRIBUTE, ''] as const];
  return recorder
    .groupByMaxAge(maxAge)
    .map(({maxAge: seconds, responses}) => {
      const until = new Date(now.getTime() + seconds * 1000).toISOString();
      const embedded: EmbeddedResponses = {made: now.toISOString(), until, answers: responses};
      return `${element('script', attributes, serializeJson(embedded))}\n`;
    })
    .join('');
}

/** Size of embedded data that causes a warning, in bytes. */
const LARGE_DATA = 150_000;

/** A document is embedded whole, also for a widget that shows twelve of its records. */
function sizeMessages(data: string): readonly string[] {
  const bytes = Buffer.byteLength(data);
  return bytes > LARGE_DATA
    ? [
        `the data are ${Math.round(bytes / 1000)} kB of the fragment: with --no-data it is smaller, and the script asks the API once`,
      ]
    : [];
}

const missingDataMessages = (
  {recorder}: PrerenderPage,
  {hasData}: RenderOptions,
): readonly string[] =>
  hasData
    ? [...recorder.notEmbeddable].map(
        url => `${url} can't travel with the fragment: the script asks for it again`,
      )
    : [];
