// Snippets of the configurator for a CMS, for every widget.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {readCatalogue} from '../../src/paste/catalogue.js';
import {EMPTY, type Settings, type Shape} from '../../src/paste/settings.js';
import {shapesFor, snippet} from '../../demo/configurateur/snippets.js';
import {OF_A_FORM} from '../pages/configurator-page.js';
import {cdn} from '../pages/harness.js';

const manifest = JSON.parse(readFileSync(join(cdn, '../custom-elements.json'), 'utf8')) as unknown;

const settingsOf = (widget: string, hasApi: boolean, api: string): Settings => ({
  ...EMPTY,
  widget,
  attributes: {...(hasApi ? {api} : {}), ...(widget === 'contribute' ? OF_A_FORM : {})},
});

/** Snippets by widget name; a format without a place for the fallback content omits it. */
export const pastedAs = (shape: Shape, api: string): ReadonlyMap<string, string> =>
  new Map(
    [...readCatalogue(manifest)].flatMap(([noun, {attributes}]) => {
      const settings = settingsOf(noun, attributes.has('api'), api);
      return shapesFor(settings).includes(shape) ? [[noun, snippet(shape, settings, {})]] : [];
    }),
  );
