import {
  AUTHORED_WIDGETS,
  effectiveAttributes,
  showsOwnContent,
  type SnippetSettings,
} from '../src/tools/snippets/settings.js';

/**
 * Origin of the data: none, for widgets whose content is written by the author; the demonstration; an address; a file of
 * this computer; or records in the snippet itself.
 */
const DATA_ORIGINS = ['own', 'demo', 'address', 'file', 'inline'] as const;
export type DataOrigin = (typeof DATA_ORIGINS)[number];

/** URL of the demo portal, one folder above this page. */
export const demoApi = (): string => new URL('../api', location.href).href;

/** Returns the origins of the data that a widget can have. */
export const dataOriginsFor = (widget: string): readonly DataOrigin[] =>
  DATA_ORIGINS.filter(origin => origin !== 'own' || AUTHORED_WIDGETS.includes(widget));

/** Returns the origin of the data of settings; undefined if they name none. */
export function originOf(settings: SnippetSettings): DataOrigin | undefined {
  if (settings.blocks.items !== undefined) return 'inline';
  const {api} = effectiveAttributes(settings);
  if (api) return api === demoApi() ? 'demo' : 'address';
  return settings.content && showsOwnContent(settings) ? 'own' : undefined;
}
