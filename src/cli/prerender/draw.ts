import {BROUGHT, type Brought} from '../../data/brought.js';
import {UsageError} from '../io.js';
import {withLight} from './light.js';
import {element, escapeData} from './markup.js';
import {type BarePage, openPage} from './page.js';
import {withShadow} from './shadow.js';
import {inlined, linkTo} from './styles.js';

/** Widget to render, with the options of the command. */
export interface Asked {
  readonly widget: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** HTML of the site itself, inside the tag. */
  readonly children: string;
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
  readonly notes: readonly string[];
}

/** Page URL used if none is given; relative URLs cannot be loaded from it. */
const NOWHERE = 'https://page.invalid/';
/** Timeout of all requests and rendering of a widget. */
const LIMIT = 120_000;

interface Widget extends HTMLElement {
  readonly loadComplete?: Promise<void>;
}

/**
 * Renders a widget as a fragment of HTML.
 *
 * @throws if its data cannot be loaded.
 */
export async function draw(asked: Asked): Promise<Fragment> {
  const page = await openPage(addressOf(asked.baseUrl));
  const host = make(asked, page);
  const failures: string[] = [];
  const widgets = (): Widget[] => [host, ...host.querySelectorAll<Widget>('*')].filter(isWidget);
  for (const widget of widgets())
    widget.addEventListener('spass-error', event =>
      failures.push((event as Event & {message?: string}).message ?? 'failed'),
    );
  page.document.body.append(host);
  await within(LIMIT, settle(widgets));
  // An alert is also shown if one of several sources failed. A fragment with half of the data must not replace a
  // complete
  // one.
  const alerts = widgets().flatMap(({shadowRoot}) => [
    ...(shadowRoot?.querySelectorAll('[role="alert"]') ?? []),
  ]);
  failures.push(...alerts.map(({textContent}) => textContent.trim()).filter(Boolean));
  if (failures.length) throw new Error([...page.warnings, ...failures].join('\n'));
  const {html, notes} = written(host, asked);
  const data = asked.hasData ? dataOf(page, asked) : '';
  return {html: `${data}${html}\n`, notes: [...page.warnings, ...notes, ...leftOut(page, asked)]};
}

function addressOf(baseUrl: string | undefined): string {
  if (baseUrl === undefined) return NOWHERE;
  if (!/^https?:/i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new UsageError(`--base-url ${baseUrl}: expected the address of a page`);
  return baseUrl;
}

function make({widget, attributes, children}: Asked, {document}: BarePage): Widget {
  const tag = `spass-${widget}`;
  const known = /^[a-z-]+$/.test(widget) ? customElements.get(tag) : undefined;
  if (!known || widget === 'layer')
    throw new UsageError(`--widget ${widget}: there is no <${tag}>`);
  const {observedAttributes} = known as unknown as {observedAttributes: readonly string[]};
  const host = document.createElement(tag);
  for (const [name, value] of attributes) {
    if (!['id', 'class', 'lang'].includes(name) && !observedAttributes.includes(name))
      throw new UsageError(
        `--${name}: <${tag}> has no such attribute; it has ${observedAttributes.toSorted().join(', ')}`,
      );
    host.setAttribute(name, value);
  }
  // HTML of the site itself, parsed in a page that executes nothing, to be copied into the fragment.
  // eslint-disable-next-line no-restricted-properties
  const given = new DOMParser().parseFromString(children, 'text/html');
  host.append(...given.body.childNodes);
  return host;
}

const isWidget = (one: Element): boolean => one.localName.startsWith('spass-');

/** Resolves when all widgets have loaded, including those rendered by others. */
async function settle(widgets: () => readonly Widget[]): Promise<void> {
  for (const widget of widgets()) await widget.loadComplete;
  // A widget may have started another load in a linked one.
  for (const widget of widgets()) await widget.loadComplete;
}

async function within(limit: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not drawn within ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function written(host: Element, {isLight, base}: Asked): Fragment {
  if (isLight) return {html: withLight(host), notes: []};
  const hashes = new Set<string>();
  const styles = (one: Element): string => {
    const noun = one.localName.replace('spass-', '');
    if (base !== undefined) return linkTo(base, noun, one.constructor as never);
    const {html, hash} = inlined(one);
    hashes.add(`'${hash}'`);
    return html;
  };
  const html = withShadow(host, {styles});
  const notes = hashes.size
    ? [`Content-Security-Policy: style-src 'self' ${[...hashes].join(' ')}`]
    : [];
  return {html, notes};
}

/** Returns data blocks with the responses that the fragment is made of, one per expiry time. */
function dataOf({recorder}: BarePage, {maxAge, now}: Asked): string {
  const attributes = [['type', 'application/json'] as const, [BROUGHT, ''] as const];
  return recorder
    .take(maxAge)
    .map(({age, answers}) => {
      const until = new Date(now.getTime() + age * 1000).toISOString();
      const brought: Brought = {made: now.toISOString(), until, answers};
      return `${element('script', attributes, escapeData(brought))}\n`;
    })
    .join('');
}

const leftOut = ({recorder}: BarePage, {hasData}: Asked): readonly string[] =>
  hasData
    ? [...recorder.left].map(
        url => `${url} can't travel with the fragment: the script asks for it again`,
      )
    : [];
