// Snippets of the configurator for a CMS, for every widget.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {
  DEFAULT_SETTINGS,
  type SnippetSettings,
  type SnippetFormat,
} from '../../src/tools/snippets/settings.js';
import {snippetFormatsFor, formatSnippet} from '../../configurator/snippets.js';
import {FORM_PRIVACY_SETTINGS} from '../pages/configurator-page.js';
import {cdn} from '../pages/browser-fixture.js';

const manifest = JSON.parse(readFileSync(join(cdn, '../custom-elements.json'), 'utf8')) as unknown;

const settingsOf = (widget: string, hasApi: boolean, api: string): SnippetSettings => ({
  ...DEFAULT_SETTINGS,
  widget,
  attributes: {...(hasApi ? {api} : {}), ...(widget === 'contribute' ? FORM_PRIVACY_SETTINGS : {})},
});

/** Snippets by widget name; a format without a place for the fallback content omits it. */
export const cmsSnippets = (format: SnippetFormat, api: string): ReadonlyMap<string, string> =>
  new Map(
    [...parseManifest(manifest, [])].flatMap(([noun, {attributes}]) => {
      const settings = settingsOf(noun, attributes.has('api'), api);
      return snippetFormatsFor(settings).includes(format)
        ? [[noun, formatSnippet(format, settings, {})]]
        : [];
    }),
  );
