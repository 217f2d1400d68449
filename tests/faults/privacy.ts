import type {Fault} from './fault.js';

/** Inserts code before the script of a page. */
const prependScript = (code: string) => ({
  file: 'dist/cdn/spass-widgets.js',
  search: /^/,
  replacement: code,
  test: 'tests/pages/privacy.test.ts',
  only: 'P-01 P-02 P-05 P-06 P-07',
});

export const faults: readonly Fault[] = [
  {
    id: 'P-01',
    effect: 'a third host is told of each visit',
    ...prependScript('new Image().src="https://compteur.example/";'),
  },
  {
    id: 'P-02',
    effect: 'a visitor is known again',
    ...prependScript('localStorage.visites=1;'),
  },
  {
    id: 'P-03',
    effect: 'tiles of a third party come unasked',
    file: 'src/elements/parts/map/basemap-controller.ts',
    search: "consent === 'granted' ||",
    replacement: "consent !== 'denied' ||",
    test: 'tests/elements/project-map/pmtiles-basemap.test.ts',
  },
  {
    id: 'P-04',
    effect: 'the site’s own tool is not told that a visitor wants the map',
    file: 'dist/cdn/spass-widgets.js',
    search: 'spass-consent-request',
    replacement: 'spass-consent-question',
    test: 'tests/pages/consent.test.ts',
    titlePattern: 'P-04 of the DSFR',
  },
  {
    id: 'P-05',
    effect: 'the portal is told which page of the site asks',
    file: 'dist/cdn/spass-widgets.js',
    search: 'referrerPolicy:`no-referrer`',
    replacement: 'referrerPolicy:`unsafe-url`',
    test: 'tests/pages/privacy.test.ts',
    titlePattern: 'P-01 P-02 P-05 P-06 P-07',
  },
  {
    id: 'P-06',
    effect: 'a cookie of the portal goes with a question',
    file: 'dist/cdn/spass-widgets.js',
    search: '?`same-origin`:`omit`',
    replacement: '?`include`:`include`',
    test: 'tests/pages/privacy.test.ts',
    titlePattern: 'P-01 P-02 P-05 P-06 P-07',
  },
  {
    id: 'P-07',
    effect: 'a page that opens asks where its visitor is',
    ...prependScript('navigator.geolocation.getCurrentPosition(()=>{});'),
  },
  {
    id: 'P-08',
    effect: 'paper does not say who drew the map',
    file: 'dist/cdn/spass-print-sheet.js',
    search: '??`Natural Earth`',
    replacement: '',
    test: 'tests/pages/privacy.test.ts',
    titlePattern: 'P-08 of none',
  },
  {
    id: 'P-09',
    effect: 'a contribution is sent before it is said how long it is kept',
    file: 'dist/cdn/spass-contribute.js',
    search: /retention:\w+,policy:(\w+)\}\}/,
    replacement: 'retention:"",policy:$1}}',
    test: 'tests/pages/privacy.test.ts',
  },
  {
    id: 'P-10',
    effect: 'no server of tiles is known but those that the script names',
    file: 'dist/cdn/spass-widgets.js',
    search: '`{z}`,`{x}`,`{y}`',
    replacement: '`{q}`',
    test: 'tests/pages/privacy.test.ts',
  },
];
