// Entry of `dist/cdn/embed.js`: shows a single widget in `embed.html`, for an `<iframe>`. The query string names it:
// `?widget=resource-list&api=…`.
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Content of `embed.json`: URLs that the page may load data from, including everything below them. */
interface EmbedConfig {
  readonly apis?: readonly unknown[];
}

/** True if an allowed URL has the same origin as `api`, and a path that contains its path. */
function isAllowed(api: string, {apis = []}: EmbedConfig): boolean {
  const url = new URL(api, location.href);
  return apis.some(entry => {
    if (typeof entry !== 'string') return false;
    const {origin, pathname} = new URL(entry, location.href);
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    return url.origin === origin && (url.pathname === pathname || url.pathname.startsWith(folder));
  });
}

async function loadConfig(): Promise<EmbedConfig> {
  try {
    const response = await fetch('embed.json', {credentials: 'omit'});
    return (await response.json()) as EmbedConfig;
  } catch {
    return {};
  }
}

/** Shows a message in place of the widget. */
function showMessage(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
}

/** Posts the height of the document to the parent page, whenever it changes. */
function reportHeight(): void {
  const postHeight = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any origin may receive the height: the parent page already shows the frame.
    parent.postMessage({type: HEIGHT_MESSAGE, height}, '*');
  };
  new ResizeObserver(postHeight).observe(document.documentElement);
}

async function main(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  document.documentElement.lang = parameters.get('lang') ?? 'fr';
  reportHeight();
  const noun = parameters.get('widget') ?? '';
  const tag = `spass-${noun}`;
  const Class = /^[a-z-]+$/.test(noun) ? customElements.get(tag) : undefined;
  if (!customElements.get('spass-portal')) {
    showMessage('Ce contenu n’a pas pu être chargé.');
    return;
  }
  if (!Class) {
    showMessage(`Aucun composant ne s’appelle « ${noun} ».`);
    return;
  }
  const config = await loadConfig();
  const apis = (parameters.get('api') ?? '').split(/\s+/).filter(Boolean);
  const refused = apis.find(api => !URL.canParse(api, location.href) || !isAllowed(api, config));
  if (refused !== undefined) {
    showMessage('Cette page ne peut pas montrer les données de cette adresse.');
    console.warn(`[spass-widgets] embed.json does not allow ${refused.replace(/\?.*/s, '')}`);
    return;
  }
  const widget = document.createElement(tag);
  const {observedAttributes = []} = Class as {observedAttributes?: readonly string[]};
  for (const [name, value] of parameters)
    if (observedAttributes.includes(name)) widget.setAttribute(name, value);
  document.body.append(widget);
}

// Both scripts are deferred, and the script of the widgets comes second: the tags are registered now.
document.addEventListener('DOMContentLoaded', () => void main());
