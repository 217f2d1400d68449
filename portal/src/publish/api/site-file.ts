import {mainFile} from '../pictures/pictures.js';
import type {SiteModel} from '../site/site-model.js';

/** Path of the settings and texts of a site, from which `archive` makes the same pages again. */
export const SITE_FILE = 'api/site.json';

/** Returns the settings of a site that its pages show, and its longer texts. */
export function siteFile({config, texts, media}: SiteModel): object {
  const {keep: _keep, ignore: _ignore, base: _base, cover: _cover, ...shown} = config;
  const cover = media.cover();
  return {
    version: '1',
    ...shown,
    ...(cover !== undefined && {cover: `../${mainFile(cover).path}`}),
    texts: texts.map(({path, markdown}) => ({path, markdown})),
  };
}
