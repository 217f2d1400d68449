import {allowedContent} from './allowed-content.js';
import {allowedBlock, BLOCK_NAMES, type BlockName} from './blocks.js';
import {
  type Attributes,
  DEFAULT_SETTINGS,
  type LayerSettings,
  type SnippetSettings,
  widgetsOf,
  type WidgetSettings,
} from './settings.js';

const COLOUR = /^--spass-[a-z-]+$/;

/** Parameter of a layer for the records inside its tag. */
const LAYER_ITEMS = 'block.items';

/** Adds a widget to a query string; the attributes of a layer are a query string of their own. */
function appendWidget(
  query: URLSearchParams,
  {widget, attributes, content, layers, blocks}: WidgetSettings,
): URLSearchParams {
  query.append('widget', widget);
  for (const [name, value] of Object.entries(attributes)) query.append(name, value);
  if (content) query.append('content', content);
  for (const layer of layers) {
    const own = new URLSearchParams(layer.attributes);
    if (layer.items) own.append(LAYER_ITEMS, layer.items);
    query.append('layer', own.toString());
  }
  for (const [name, text] of Object.entries(blocks)) query.append(`block.${name}`, text);
  return query;
}

/** Returns true if settings have texts that may be too long for the URL of a request: they belong in its fragment. */
export const hasBlocks = (settings: SnippetSettings): boolean =>
  Object.keys(settings.messageOverrides).length > 0 ||
  widgetsOf(settings).some(
    ({blocks, layers}) => Object.keys(blocks).length > 0 || layers.some(({items}) => items),
  );

/**
 * Serializes settings as a query string, to be stored or shared. Links are left out, since they can be generated again
 * from the data.
 */
export function toQuery(settings: SnippetSettings): string {
  const {colours, portal, base, messageOverrides} = settings;
  const query = appendWidget(new URLSearchParams(), settings);
  for (const [name, value] of Object.entries(colours)) query.append(name, value);
  if (portal) {
    query.append('around', new URLSearchParams(portal.attributes).toString());
    for (const place of ['before', 'after'] as const)
      for (const one of portal[place])
        query.append(place, appendWidget(new URLSearchParams(), one).toString());
  }
  for (const [language, json] of Object.entries(messageOverrides))
    query.append(`sentences.${language}`, json);
  if (base) query.append('base', base);
  return query.toString();
}

const ATTRIBUTE_NAME = /^[a-z][a-z-]*$/;
const OVERRIDES_PARAMETER = /^sentences\.([\w-]*)$/;

const parseAttributes = (query: string): Attributes =>
  Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => ATTRIBUTE_NAME.test(name)));

const parseLayer = (query: string): LayerSettings => ({
  attributes: parseAttributes(query),
  items: new URLSearchParams(query).get(LAYER_ITEMS) ?? '',
});

/** Parses settings from a query string; missing ones are taken from `fallback`. */
export function fromQuery(
  query: string,
  fallback: SnippetSettings = DEFAULT_SETTINGS,
): SnippetSettings {
  const attributes: Record<string, string> = {};
  const colours: Record<string, string> = {};
  const layers: LayerSettings[] = [];
  const blocks: Partial<Record<BlockName, string>> = {};
  const messageOverrides: Record<string, string> = {};
  const siblings: Record<'before' | 'after', WidgetSettings[]> = {before: [], after: []};
  let {widget, content, base} = fallback;
  let around: Attributes | undefined;
  for (const [name, value] of new URLSearchParams(query)) {
    const block = BLOCK_NAMES.find(one => name === `block.${one}`);
    const language = OVERRIDES_PARAMETER.exec(name)?.[1];
    if (name === 'widget') widget = value;
    else if (name === 'base') base = value;
    // Whoever writes the link must not write code into the pages of others.
    else if (name === 'content') content = allowedContent(value);
    else if (block) blocks[block] = allowedBlock(block, value);
    else if (language !== undefined) messageOverrides[language] = value;
    else if (name === 'layer') layers.push(parseLayer(value));
    else if (name === 'around') around = parseAttributes(value);
    else if (name === 'before' || name === 'after') siblings[name].push(widgetFromQuery(value));
    else if (COLOUR.test(name)) colours[name] = value;
    else if (ATTRIBUTE_NAME.test(name)) attributes[name] = value;
  }
  const portal = around && {attributes: around, ...siblings};
  return {
    ...fallback,
    widget,
    content,
    base,
    attributes,
    colours,
    layers,
    blocks,
    portal,
    messageOverrides,
  };
}

/** Parses a widget beside another one: without widgets of its own beside it, which a link could nest without end. */
function widgetFromQuery(query: string): WidgetSettings {
  const parameters = new URLSearchParams(query);
  for (const name of ['around', 'before', 'after']) parameters.delete(name);
  const {widget, attributes, content, layers, blocks} = fromQuery(parameters.toString());
  return {widget, attributes, links: [], content, layers, blocks};
}
