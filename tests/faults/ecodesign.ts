import {createHash} from 'node:crypto';
import type {Fault} from './fault.js';

/** Returns a comment of incompressible bytes (hashes). */
const weight = (kilobytes: number): string =>
  `//${Array.from({length: kilobytes * 12}, (_, i) =>
    createHash('sha512').update(String(i)).digest('base64'),
  ).join('')}\n`;

const PAGES = 'tests/pages/ecodesign.test.ts';

export const faults: readonly Fault[] = [
  {
    id: 'E-01',
    what: 'a part is 6 kB heavier than it may be',
    file: 'dist/cdn/spass-detail.js',
    from: /^/,
    to: weight(6),
    test: 'tests/house/build.test.ts',
  },
  {
    id: 'E-02',
    what: 'a style sheet, and the font that it asks for, come with the widgets',
    file: 'dist/cdn/spass-widgets.js',
    from: /^/,
    to: 'document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"polices.css"}));',
    test: PAGES,
    only: 'E-02 E-08',
  },
  {
    id: 'E-03',
    what: 'four tiles come for one on a sharp screen',
    file: 'dist/cdn/spass-map.js',
    from: 'updateWhenZooming:!1,detectRetina:!1',
    to: 'updateWhenZooming:!1,detectRetina:!0',
    test: PAGES,
    only: 'E-03',
  },
  {
    id: 'E-03',
    what: 'the map comes before anybody asks for it',
    file: 'dist/cdn/spass-project-map.js',
    from: '"click"===',
    to: '"clic"===',
    test: PAGES,
    only: 'E-03',
  },
  {
    id: 'E-04',
    what: 'pictures far below the screen are fetched',
    file: 'dist/cdn/spass-widgets.js',
    from: 'loading="lazy"',
    to: 'loading="eager"',
    test: PAGES,
  },
  {
    id: 'E-05',
    what: 'a card is ten elements heavier, which say nothing',
    file: 'dist/cdn/spass-widgets.js',
    from: '</article>',
    to: `${'<i></i>'.repeat(10)}</article>`,
    test: PAGES,
  },
  {
    id: 'E-06',
    what: 'a timer runs as long as the page is open',
    file: 'dist/cdn/spass-widgets.js',
    from: /^/,
    to: 'setInterval(()=>{},500);',
    test: PAGES,
  },
  {
    id: 'E-07',
    what: 'the first card waits for half a second more',
    file: 'dist/cdn/spass-widgets.js',
    from: /^/,
    to: weight(32),
    test: PAGES,
  },
  {
    id: 'E-08',
    what: 'a second visit fetches all again',
    file: 'dist/cdn/spass-widgets.js',
    from: 'credentials:"omit"',
    to: 'credentials:"omit",cache:"reload"',
    test: PAGES,
    only: 'E-02 E-08',
  },
  {
    id: 'E-09',
    what: 'who saves data gets every picture',
    file: 'dist/cdn/spass-widgets.js',
    from: '.saveData',
    to: '.savesData',
    test: PAGES,
  },
  {
    id: 'E-10',
    what: 'each letter that is typed is a question to the server',
    file: 'src/controllers/search-controller.ts',
    from: 'const QUIET = 500;',
    to: 'const QUIET = 50;',
    test: 'tests/elements/resource-list/search.test.ts',
  },
  {
    id: 'E-11',
    what: 'a sheet says that a widget is lighter than it is',
    file: 'docs/guide/ecoconception.json',
    from: /"scriptBytes": \d/,
    to: '"scriptBytes": 1',
    test: 'tests/house/ecodesign.test.ts',
  },
];
