// Entry of `dist/cdn/embed.js`: shows a single widget in `embed.html`, for an `<iframe>`. The query string names it:
// `?widget=resource-list&api=…`.
import {fetchedUrls, LINK_ATTRIBUTES, RECIPIENT_ATTRIBUTES} from '../data/url-attributes.js';
import {applyColours} from './apply-colours.js';
import {type EmbedConfig, isAllowed, parseEmbedConfig, policyOf} from './embed-config.js';
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Loads `embed.json`; nothing is allowed if it is missing or malformed. */
async function loadConfig(): Promise<EmbedConfig> {
  try {
    const response = await fetch('embed.json', {credentials: 'omit'});
    return parseEmbedConfig(await response.json(), location.href);
  } catch {
    return parseEmbedConfig(undefined, location.href);
  }
}

/** Applies the policy that follows from `embed.json`, before there is any widget. */
function applyPolicy(config: EmbedConfig): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policyOf(config, new URL('.', location.href).href);
  document.head.append(meta);
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
  const {body, documentElement} = document;
  const measure = (): number => Math.ceil(documentElement.getBoundingClientRect().height);
  let height = 0;
  const postHeight = (): void => {
    const previous = height;
    height = measure();
    // Chromium 156 sometimes lays out a size container without its content when its frame is resized, and leaves it so
    // until something changes. Remove this once `S-14 shows one widget` passes without it a hundred times.
    if (height === 0 && previous > 0) {
      body.hidden = true;
      measure();
      body.hidden = false;
      height = measure();
    }
    // A frame without height is not rendered any more, and would stay so. Any origin may receive the height: the parent
    // page already shows the frame.
    if (height > 0) parent.postMessage({type: HEIGHT_MESSAGE, height}, '*');
    postToWordPress('height', height);
  };
  new ResizeObserver(postHeight).observe(document.documentElement);
  // WordPress hides the frame until this message, and browsers observe no size in a hidden frame. It comes too early for
  // a page that is still loading, which then says that it is ready.
  postHeight();
  addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    if (source === parent && (data as {message?: unknown} | null)?.message === 'ready')
      postHeight();
  });
}

/** Posts a message in the form of wp-embed.js, if WordPress has made the frame of an oEmbed answer. */
function postToWordPress(message: 'height' | 'link', value: number | string): void {
  const [, secret] = /^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash) ?? [];
  if (secret !== undefined) parent.postMessage({message, value, secret}, '*');
}

/** Opens links to the own site in the page around the frame of WordPress; in the sandbox they would not work. */
function openLinksOutside(): void {
  if (!location.hash.startsWith('#?secret=')) return;
  document.addEventListener('click', event => {
    const link = event.composedPath().find(target => target instanceof HTMLAnchorElement);
    if (event.defaultPrevented || !link || link.host !== location.host) return;
    event.preventDefault();
    postToWordPress('link', link.href);
  });
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

/** Returns the URLs, as written, that an attribute makes its widget fetch or link to. */
const urlsIn = (name: string, value: string): readonly (string | undefined)[] =>
  LINK_ATTRIBUTES.includes(name) ? [value].filter(Boolean) : fetchedUrls(name, value);

/** Returns true if `embed.json` allows all URLs of these attributes. If not, shows a message with the parameter. */
function areAllowed(
  attributes: readonly (readonly [string, string])[],
  config: EmbedConfig,
): boolean {
  for (const [name, value] of attributes)
    for (const url of urlsIn(name, value)) {
      if (url !== undefined && isAllowed(url, config, location.href)) continue;
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
  openLinksOutside();
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
  const given = [...parameters].filter(([name]) => observedAttributes.includes(name));
  const ignored = given.filter(([name]) => RECIPIENT_ATTRIBUTES.includes(name));
  for (const [name] of ignored) warn(`${name}: in a frame it is set in embed.json, not in the URL`);
  const attributes = given.filter(pair => !ignored.includes(pair));
  const config = await loadConfig();
  if (!areAllowed(attributes, config)) return;
  applyPolicy(config);
  const widget = document.createElement(tag);
  for (const [name, value] of attributes) widget.setAttribute(name, value);
  applyColours(widget, parameters.get('colours') ?? '');
  config.recipient.forEach((value, name) => {
    if (observedAttributes.includes(name)) widget.setAttribute(name, value);
  });
  document.body.append(widget);
}

// Both scripts are deferred, and the script of the widgets comes second: the tags are registered now.
document.addEventListener('DOMContentLoaded', () => void main());
