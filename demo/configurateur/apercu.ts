// The widget alone, as the address says: the configurator frames this page, so that it has a width and a Lit of its
// own. Unlike `embed.html` it shows the data of any address: it may be framed by its own site alone.
import {fromQuery} from './settings.js';

/** Attributes of the widget; what it doesn't know does nothing. */
function show(query: string): void {
  const {widget, attributes, colours} = fromQuery(query);
  const element = document.createElement(`spass-${widget.replace(/[^a-z-]/g, '')}`);
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('on')) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(colours)) element.style.setProperty(name, value);
  document.documentElement.lang = attributes['lang'] ?? 'fr';
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
