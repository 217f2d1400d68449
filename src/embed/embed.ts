// Entry of `dist/cdn/embed.js`: shows a single widget in `embed.html`, for an `<iframe>`. The query string names it:
// `?widget=resource-list&api=…`.
import {fetchedUrls} from '../data/url-attributes.js';
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Content of `embed.json`: URLs that the page may request, including everything below them. */
interface EmbedConfig {
  readonly apis?: unknown;
}

/** True if an allowed URL has the same origin as `url`, and a path that contains its path. */
function isAllowed(url: string, allowed: readonly unknown[]): boolean {
  if (!URL.canParse(url, location.href)) return false;
  const requested = new URL(url, location.href);
  return allowed.some(entry => {
    if (typeof entry !== 'string' || !URL.canParse(entry, location.href)) return false;
    const {origin, pathname} = new URL(entry, location.href);
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    return (
      requested.origin === origin &&
      (requested.pathname === pathname || requested.pathname.startsWith(folder))
    );
  });
}

/** Loads the allowed URLs of `embed.json`; none if it is missing or malformed. */
async function loadAllowedUrls(): Promise<readonly unknown[]> {
  try {
    const response = await fetch('embed.json', {credentials: 'omit'});
    const {apis} = (await response.json()) as EmbedConfig;
    return Array.isArray(apis) ? (apis as unknown[]) : [];
  } catch {
    return [];
  }
}

/** Shows a message in place of the widget. */
function showMessage(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
}

const warn = (text: string): void => console.warn(`[spass-widgets] ${text}`);

/** Posts the height of the document to the parent page, whenever it changes. */
function reportHeight(): void {
  const postHeight = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any origin may receive the height: the parent page already shows the frame.
    parent.postMessage({type: HEIGHT_MESSAGE, height}, '*');
  };
  new ResizeObserver(postHeight).observe(document.documentElement);
}

/** Reads the query string. Shows a message and returns undefined if a parameter is repeated. */
function readParameters(): ReadonlyMap<string, string> | undefined {
  const pairs = [...new URLSearchParams(location.search)];
  const names = pairs.map(([name]) => name);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated === undefined) return new Map(pairs);
  // Shows only names that could be parameters of ours: a URL must not write sentences into the page.
  const parameter = /^[a-z-]{1,20}$/.test(repeated)
    ? `le paramètre « ${repeated} »`
    : 'un paramètre';
  showMessage(`Ce cadre ne peut rien afficher : son adresse répète ${parameter}.`);
  warn(`the URL of this page contains the parameter ${JSON.stringify(repeated)} more than once`);
  return undefined;
}

/** True if `embed.json` allows all URLs that these attributes fetch. If not, shows a message with the parameter. */
async function mayFetch(attributes: readonly (readonly [string, string])[]): Promise<boolean> {
  const allowed = await loadAllowedUrls();
  for (const [name, value] of attributes)
    for (const url of fetchedUrls(name, value)) {
      if (url !== undefined && isAllowed(url, allowed)) continue;
      showMessage(
        `Ce cadre ne peut pas afficher ces données : l’adresse du paramètre « ${name} » n’est pas autorisée.`,
      );
      warn(
        url === undefined
          ? `${name}: the URL of a picture must begin with its host, so that it can be compared with embed.json`
          : `${name}: embed.json does not allow ${url.replace(/\?.*/s, '')}`,
      );
      return false;
    }
  return true;
}

async function main(): Promise<void> {
  reportHeight();
  // Read once: the values that are checked are the values that are set.
  const parameters = readParameters();
  if (!parameters) return;
  document.documentElement.lang = parameters.get('lang') ?? 'fr';
  const noun = parameters.get('widget') ?? '';
  const tag = `spass-${noun}`;
  const Class = /^[a-z-]+$/.test(noun) ? customElements.get(tag) : undefined;
  if (!customElements.get('spass-portal')) {
    showMessage('Ce contenu n’a pas pu être chargé.');
    return;
  }
  if (!Class) {
    showMessage(`Aucun composant ne s’appelle « ${noun} ».`);
    return;
  }
  const {observedAttributes = []} = Class as {observedAttributes?: readonly string[]};
  const attributes = [...parameters].filter(([name]) => observedAttributes.includes(name));
  if (!(await mayFetch(attributes))) return;
  const widget = document.createElement(tag);
  for (const [name, value] of attributes) widget.setAttribute(name, value);
  document.body.append(widget);
}

// Both scripts are deferred, and the script of the widgets comes second: the tags are registered now.
document.addEventListener('DOMContentLoaded', () => void main());
