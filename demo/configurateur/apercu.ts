// The widget alone, as the address says: the configurator frames this page, so that it has a width and a Lit of its
// own. Unlike `embed.html` it shows the data of any address: it may be framed by its own site alone.
import {PICTURES, type Piece, sampleOf} from './samples.js';
import {fromQuery} from '../../src/paste/settings.js';

/** Stand in for the pictures of a site that nobody knows yet. */
const DRAWN: Readonly<Record<string, string>> = {
  [PICTURES.before]: 'hier.svg',
  [PICTURES.after]: 'aujourd-hui.svg',
};

function elementOf({name, attributes = {}, text = '', pieces = []}: Piece): HTMLElement {
  const element = document.createElement(name);
  for (const [one, value] of Object.entries(attributes))
    element.setAttribute(one, DRAWN[value] ?? value);
  element.append(text, ...pieces.map(elementOf));
  return element;
}

/** Attributes of the widget; what it doesn't know does nothing. */
function show(query: string): void {
  const language = new URLSearchParams(query).get('page') ?? 'fr';
  const settings = fromQuery(query);
  const {widget, attributes, colours} = settings;
  const element = document.createElement(`spass-${widget.replace(/[^a-z-]/g, '')}`);
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('on') && name !== 'page') element.setAttribute(name, value);
  for (const [name, value] of Object.entries(colours)) element.style.setProperty(name, value);
  element.append(...sampleOf(settings, language).map(elementOf));
  document.documentElement.lang = attributes['lang'] ?? language;
  document.querySelector('main')?.replaceChildren(element);
}

/** Whether this page is framed by a page of its own site: any other sees nothing. */
const isOwnFrame = (): boolean => {
  try {
    return parent !== window && parent.location.origin === location.origin;
  } catch {
    return false;
  }
};

if (isOwnFrame()) show(location.search);
