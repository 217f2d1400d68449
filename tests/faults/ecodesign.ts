import {createHash} from 'node:crypto';
import type {Fault} from './fault.js';

/** Returns a comment of incompressible bytes (hashes). */
const incompressible = (kilobytes: number): string =>
  `//${Array.from({length: kilobytes * 12}, (_, i) =>
    createHash('sha512').update(String(i)).digest('base64'),
  ).join('')}\n`;

const PAGES = 'tests/pages/ecodesign.test.ts';

export const faults: readonly Fault[] = [
  {
    id: 'E-01',
    effect: 'a part is 6 kB heavier than it may be',
    file: 'dist/cdn/spass-detail.js',
    search: /^/,
    replacement: incompressible(6),
    test: 'tests/repository/build.test.ts',
  },
  {
    id: 'E-02',
    effect: 'a style sheet, and the font that it asks for, come with the widgets',
    file: 'dist/cdn/spass-widgets.js',
    search: /^/,
    replacement:
      'document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"polices.css"}));',
    test: PAGES,
    titlePattern: 'E-02 E-08',
  },
  {
    id: 'E-03',
    effect: 'four tiles come for one on a sharp screen',
    file: 'dist/cdn/spass-map.js',
    search: 'updateWhenZooming:!1,detectRetina:!1',
    replacement: 'updateWhenZooming:!1,detectRetina:!0',
    test: PAGES,
    titlePattern: 'E-03',
  },
  {
    id: 'E-03',
    effect: 'the map comes before anybody asks for it',
    file: 'dist/cdn/spass-project-map.js',
    search: /===`click`/g,
    replacement: '===`clic`',
    test: PAGES,
    titlePattern: 'E-03',
  },
  {
    id: 'E-04',
    effect: 'pictures far below the screen are fetched',
    file: 'dist/cdn/spass-story.js',
    search: 'loading="lazy"',
    replacement: 'loading="eager"',
    test: PAGES,
  },
  {
    id: 'E-05',
    effect: 'a card is ten elements heavier, which say nothing',
    file: 'dist/cdn/spass-portal-cards.js',
    search: '</article>',
    replacement: `${'<i></i>'.repeat(10)}</article>`,
    test: PAGES,
  },
  {
    id: 'E-06',
    effect: 'a timer runs as long as the page is open',
    file: 'dist/cdn/spass-widgets.js',
    search: /^/,
    replacement: 'setInterval(()=>{},500);',
    test: PAGES,
  },
  {
    id: 'E-07',
    effect: 'the first card waits for half a second more',
    file: 'dist/cdn/spass-widgets.js',
    search: /^/,
    replacement: incompressible(32),
    test: PAGES,
  },
  {
    id: 'E-08',
    effect: 'a second visit fetches all again',
    file: 'dist/cdn/spass-widgets.js',
    search: /cache:\w+,credentials:/,
    replacement: 'cache:`reload`,credentials:',
    test: PAGES,
    titlePattern: 'E-02 E-08',
  },
  {
    id: 'E-09',
    effect: 'who saves data gets every picture',
    file: 'dist/cdn/spass-story.js',
    search: '.saveData',
    replacement: '.savesData',
    test: PAGES,
  },
  {
    id: 'E-10',
    effect: 'each letter that is typed is a question to the server',
    file: 'src/controllers/search-input-controller.ts',
    search: 'const DEBOUNCE_MS = 500;',
    replacement: 'const DEBOUNCE_MS = 50;',
    test: 'tests/elements/resource-list/search.test.ts',
  },
  {
    id: 'E-11',
    effect: 'a sheet says that a widget is lighter than it is',
    file: 'docs/guide/ecoconception.json',
    search: /"scriptBytes": \d/,
    replacement: '"scriptBytes": 1',
    test: 'tests/repository/ecodesign.test.ts',
  },
];
