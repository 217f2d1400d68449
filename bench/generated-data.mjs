// Generated input of the contestants: the demo's records as documents, static HTML of the same cards, and their fragment.
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../scripts/setup.mjs';
import {BASE} from './conditions.mjs';
import {makeResources} from './pages/list/records.js';

const read = name => JSON.parse(readFileSync(join(root, `demo/data/${name}.json`), 'utf8'));

const COLLECTIONS = [
  'portals',
  'resources',
  'projects',
  'programmes',
  'organisations',
  'events',
  'stories',
];

const portalDocument = () => Object.fromEntries(COLLECTIONS.map(name => [name, read(name)]));

/** Returns the same response for every query: the query time of the server is not measured. */
const listResponse = name => () => {
  const items = read(name);
  return JSON.stringify({items: items.slice(0, 12), total: items.length, facets: {}});
};

/** Returns twelve portals without related records, so that cards need no further requests. */
const twelvePortals = () =>
  read('portals')
    .slice(0, 12)
    .map(({id, family, title, description, url}) => ({id, family, title, description, url}));

const escaped = text => text.replace(/[&<>"]/g, mark => `&#${mark.codePointAt(0)};`);

const staticPage = () => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <title>Static HTML</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="cards.css">
  </head>
  <body>
    <h1>Les portails</h1>
    <ul id="cards">${twelvePortals()
      .map(
        ({family, title, description, url}) =>
          `<li class="${family}"><h3><a href="${escaped(url ?? '')}">${escaped(title.fr)}</a></h3><p>${family}</p><p>${escaped(description?.fr ?? '')}</p></li>`,
      )
      .join('\n')}</ul>
    <p>Mairie, place de la République</p>
  </body>
</html>`;

/** Returns the page of `spass.html` with its widget as `spass-widgets prerender` writes it, its styles inline. */
const fragmentPage = async (origin, ...more) => {
  const command = [join(root, 'dist/tools/cli/main.js'), 'prerender', '--widget=portal-cards'];
  const options = ['--api=/data/portals.json', `--base-url=${origin}/`, ...more];
  const {stdout} = await promisify(execFile)(process.execPath, [...command, ...options]);
  const page = readFileSync(join(import.meta.dirname, 'pages/cards/spass.html'), 'utf8');
  const widget = /<spass-portal-cards[\s\S]*<\/spass-portal-cards>/;
  return page.replace(widget, () => stdout.trim());
};

/** Returns the page of `spass.html` with an API of another site, preloaded by the line of the configurator. */
const preloadPage = origin => {
  const page = readFileSync(join(import.meta.dirname, 'pages/cards/spass.html'), 'utf8');
  const address = `${origin.replace('127.0.0.1', 'localhost')}/data/portals.json`;
  const line = `<link rel="preload" as="fetch" crossorigin="anonymous" referrerpolicy="no-referrer" href="${address}">`;
  return page.replace('/data/portals.json', address).replace('<script', `${line}\n    <script`);
};

/** Generated responses by path, from the origin of the server that asks for them. */
export const GENERATED = {
  '/data/portals.json': () => JSON.stringify({portals: twelvePortals()}),
  '/data/whole.json': () => JSON.stringify(portalDocument()),
  '/data/large.json': () => JSON.stringify({resources: makeResources(BASE)}),
  '/pages/cards/static.html': staticPage,
  '/pages/cards/preload.html': preloadPage,
  '/pages/cards/fragment.html': origin => fragmentPage(origin),
  '/pages/cards/fragment-link.html': origin => fragmentPage(origin, '--base=/dist/cdn/'),
  ...Object.fromEntries(COLLECTIONS.map(name => [`/api/${name}`, listResponse(name)])),
};
