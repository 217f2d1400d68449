// Entry of `dist/cdn/embed.js`: shows a single widget in `embed.html`, for an `<iframe>`. The query string names it:
// `?widget=resource-list&api=…`.
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Content of `embed.json`: URLs that the page may load data from, including everything below them. */
interface Allowed {
  readonly apis?: readonly unknown[];
}

/** True if an allowed URL has the same origin as `api`, and a path that contains its path. */
function isAllowed(api: string, {apis = []}: Allowed): boolean {
  const wanted = new URL(api, location.href);
  return apis.some(entry => {
    if (typeof entry !== 'string') return false;
    const {origin, pathname} = new URL(entry, location.href);
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    return (
      wanted.origin === origin &&
      (wanted.pathname === pathname || wanted.pathname.startsWith(folder))
    );
  });
}

async function readAllowed(): Promise<Allowed> {
  try {
    const answer = await fetch('embed.json', {credentials: 'omit'});
    return (await answer.json()) as Allowed;
  } catch {
    return {};
  }
}

/** Shows a message in place of the widget. */
function say(text: string): void {
  const line = document.createElement('p');
  line.textContent = text;
  document.body.append(line);
}

/** Posts the height of the document to the parent page, whenever it changes. */
function tellHeight(): void {
  const tell = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any origin may receive the height: the parent page already shows the frame.
    parent.postMessage({type: HEIGHT_MESSAGE, height}, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
}

async function show(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  document.documentElement.lang = parameters.get('lang') ?? 'fr';
  tellHeight();
  const noun = parameters.get('widget') ?? '';
  const tag = `spass-${noun}`;
  const Class = /^[a-z-]+$/.test(noun) ? customElements.get(tag) : undefined;
  if (!customElements.get('spass-portal')) {
    say('Ce contenu n’a pas pu être chargé.');
    return;
  }
  if (!Class) {
    say(`Aucun composant ne s’appelle « ${noun} ».`);
    return;
  }
  const allowed = await readAllowed();
  const apis = (parameters.get('api') ?? '').split(/\s+/).filter(Boolean);
  const refused = apis.find(api => !URL.canParse(api, location.href) || !isAllowed(api, allowed));
  if (refused !== undefined) {
    say('Cette page ne peut pas montrer les données de cette adresse.');
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
document.addEventListener('DOMContentLoaded', () => void show());
