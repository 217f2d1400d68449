// Preview page: shows one widget, set up by the query string. The configurator embeds it in an iframe, so that the
// widget has its own width and its own copy of Lit. Unlike `embed.html` it loads data from any address, so it may only
// be framed by its own site.
import {PICTURES, type SampleNode, createSample} from './sample-content.js';
import {fromQuery} from '../src/tools/snippets/settings.js';

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

/** Shows the widget of a query string. Unknown attributes have no effect. */
function showWidget(query: string): void {
  const language = new URLSearchParams(query).get('page') ?? 'fr';
  const settings = fromQuery(query);
  const {widget, attributes, colours} = settings;
  const element = document.createElement(`spass-${widget.replace(/[^a-z-]/g, '')}`);
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('on') && name !== 'page') element.setAttribute(name, value);
  for (const [name, value] of Object.entries(colours)) element.style.setProperty(name, value);
  element.append(...createSample(settings, language).map(createElement));
  document.documentElement.lang = attributes['lang'] ?? language;
  document.querySelector('main')?.replaceChildren(element);
}

/** Returns true if this page is framed by a page of its own site. */
const isOwnFrame = (): boolean => {
  try {
    return parent !== window && parent.location.origin === location.origin;
  } catch {
    return false;
  }
};

if (isOwnFrame()) showWidget(location.search);
