// Preview page: shows one widget, set up by the query string. The configurator embeds it in an iframe, so that the
// widget has its own width and its own copy of Lit. Unlike `embed.html` it loads data from any address, so it may only
// be framed by its own site.
import {sourceContext} from '../src/controllers/source-controller.js';
import type {PortalSource} from '../src/data/source.js';
import {ItemsSource} from '../src/data/sources/document/document.js';
import type {PortalDocument} from '../src/tools/convert/convert.js';
import {
  type Attributes,
  effectiveAttributes,
  type WidgetSettings,
  widgetsOf,
} from '../src/tools/snippets/settings.js';
import {allowedContent, EMPTY_ELEMENTS, tokensIn} from '../src/tools/snippets/allowed-content.js';
import {type Blocks, TEMPLATE_MARKUP} from '../src/tools/snippets/blocks.js';
import {decodeReferences} from '../src/data/sources/shared/readers/plain-text.js';
import {parseAttributes} from '../src/tools/snippets/html.js';
import {fromQuery} from '../src/tools/snippets/settings-query.js';
import {PICTURES, type SampleNode, createSample} from './sample-content.js';

/** Frame of this page, on which the configurator sets the document of a file. */
interface PreviewFrame extends Element {
  readonly previewDocument: PortalDocument | undefined;
}

/** Placeholder pictures of the sample content. */
const PLACEHOLDER_PICTURES: Readonly<Record<string, string>> = {
  [PICTURES.before]: 'hier.svg',
  [PICTURES.after]: 'aujourd-hui.svg',
};

function createElement({name, attributes = {}, text = '', children = []}: SampleNode): HTMLElement {
  const element = document.createElement(name);
  for (const [one, value] of Object.entries(attributes))
    element.setAttribute(one, PLACEHOLDER_PICTURES[value] ?? value);
  element.append(text, ...children.map(createElement));
  return element;
}

/** Sets the attributes of a tag, except handlers of events. */
function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('on') && !OWN_PARAMETERS.includes(name)) element.setAttribute(name, value);
}

const createTag = (noun: string, attributes: Attributes): HTMLElement => {
  const element = document.createElement(`spass-${noun.replace(/[^a-z-]/g, '')}`);
  setAttributes(element, attributes);
  return element;
};

/** Parameters that are not attributes of the widget: language of the configurator, and colour scheme. */
const OWN_PARAMETERS = ['page', 'scheme'];

/** Returns the nodes of markup that `allowedContent` has made: balanced, without code. */
function createNodes(markup: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const open: ParentNode[] = [fragment];
  for (const {text, tag, isEnd, attributes} of tokensIn(markup)) {
    if (!tag) open.at(-1)?.append(decodeReferences(text));
    else if (isEnd) open.pop();
    else {
      const element = document.createElement(tag);
      setAttributes(element, Object.fromEntries(parseAttributes(attributes)));
      open.at(-1)?.append(element);
      if (!EMPTY_ELEMENTS.includes(tag)) open.push(element);
    }
  }
  return fragment;
}

/** Adds the own templates, and the records. */
function setBlocks(element: HTMLElement, {items, ...templates}: Blocks): void {
  for (const [kind, markup] of Object.entries(templates)) {
    const template = document.createElement('template');
    template.dataset['for'] = kind;
    template.content.append(createNodes(allowedContent(markup, TEMPLATE_MARKUP)));
    element.append(template);
  }
  if (items !== undefined) element.append(createData(items));
}

/** Members of Trusted Types that are used here; TypeScript has no types for them. */
interface ScriptPolicyFactory {
  createPolicy(
    name: string,
    rules: {createScript(json: string): string},
  ): {createScript(json: string): string};
}

/** Policy for data blocks: it returns JSON, and nothing for any other text. */
const dataPolicy = (globalThis as {trustedTypes?: ScriptPolicyFactory}).trustedTypes?.createPolicy(
  'preview-data',
  {createScript: json => (isJson(json) ? json : '')},
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns a data block, which is not executed. */
function createData(json: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.text = dataPolicy?.createScript(json) ?? json;
  return script;
}

/** Event by which a widget asks for its source (protocol of `@lit/context`). */
interface ContextRequest extends Event {
  readonly context: unknown;
  readonly callback: (source: PortalSource) => void;
}

/**
 * Provides the source of the widgets inside an element. It listens before a portal inside does, which without
 * an address provides none.
 */
function provideDocument(element: HTMLElement, portalDocument: PortalDocument): void {
  const source = new ItemsSource(portalDocument, message => console.warn(message));
  const answer = (event: Event): void => {
    const request = event as ContextRequest;
    if (request.context !== sourceContext) return;
    request.stopPropagation();
    request.callback(source);
  };
  element.addEventListener('context-request', answer, {capture: true});
}

/** Shows the widget of a query string, with the other widgets of its portal. Unknown attributes have no effect. */
function showWidget(query: string, portalDocument: PortalDocument | undefined): void {
  const parameters = new URLSearchParams(query);
  const language = parameters.get('page') ?? 'fr';
  const settings = fromQuery(query);
  const {colours} = settings;
  const createWidget = ({widget, attributes, layers, blocks}: WidgetSettings): HTMLElement => {
    const element = createTag(widget, attributes);
    const inherited = settings.portal?.attributes ?? {};
    const sample = createSample({widget, attributes: {...inherited, ...attributes}}, language);
    setBlocks(element, blocks);
    element.append(
      ...layers.map(layer => {
        const tag = createTag('layer', layer.attributes);
        if (layer.items) tag.append(createData(layer.items));
        return tag;
      }),
      ...(portalDocument || blocks.items ? [] : sample.map(createElement)),
    );
    return element;
  };
  const widgets = widgetsOf(settings).map(createWidget);
  const portal = settings.portal && createTag('portal', settings.portal.attributes);
  portal?.append(...widgets);
  const outermost = portal ?? widgets[0];
  for (const [name, value] of Object.entries(colours)) outermost?.style.setProperty(name, value);
  const scheme = parameters.get('scheme') ?? '';
  if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme;
  document.documentElement.lang = effectiveAttributes(settings)['lang'] ?? language;
  const main = document.querySelector('main');
  if (main && portalDocument) provideDocument(main, portalDocument);
  const messageOverrides = Object.entries(settings.messageOverrides).map(([lang, json]) => {
    const script = createData(json);
    script.dataset['spassMessages'] = '';
    if (lang) script.lang = lang;
    return script;
  });
  document.head.append(...messageOverrides);
  main?.replaceChildren(...(outermost ? [outermost] : []));
}

/** Returns true if this page is framed by a page of its own site. */
const isOwnFrame = (): boolean => {
  try {
    return parent !== window && parent.location.origin === location.origin;
  } catch {
    return false;
  }
};

if (isOwnFrame())
  showWidget(
    `${location.search}&${location.hash.slice(1)}`,
    (frameElement as PreviewFrame | null)?.previewDocument,
  );
