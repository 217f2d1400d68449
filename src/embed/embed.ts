// `dist/cdn/embed.js`: one widget alone in `embed.html`, for an <iframe>; `?widget=resource-list&api=…` says which.
import {HEIGHT_MESSAGE} from './frame-message.js';

/** What `embed.json` holds: the addresses whose data this page may show, each with all that is below it. */
interface Allowed {
  readonly apis?: readonly unknown[];
}

/** Whether one of the allowed addresses is the origin of an address, and the beginning of its path. */
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

/** A sentence in the place of the widget. */
function say(text: string): void {
  const line = document.createElement('p');
  line.textContent = text;
  document.body.append(line);
}

/** Tells the page around this one how high it is, whenever that changes. */
function tellHeight(): void {
  const tell = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Whoever frames this page may know: it is what their own reader sees.
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

// The script of the widgets stands after this one: both are deferred.
document.addEventListener('DOMContentLoaded', () => void show());
