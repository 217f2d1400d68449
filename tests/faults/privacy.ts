import type {Fault} from './fault.js';

/** Inserts code before the script of a page. */
const first = (code: string) => ({
  file: 'dist/cdn/spass-widgets.js',
  from: /^/,
  to: code,
  test: 'tests/pages/privacy.test.ts',
  only: 'P-01 P-02 P-05 P-06 P-07',
});

export const faults: readonly Fault[] = [
  {
    id: 'P-01',
    what: 'a third host is told of each visit',
    ...first('new Image().src="https://compteur.example/";'),
  },
  {
    id: 'P-02',
    what: 'a visitor is known again',
    ...first('localStorage.visites=1;'),
  },
  {
    id: 'P-03',
    what: 'tiles of a third party come unasked',
    file: 'src/elements/map-background.ts',
    from: "consent === 'granted' ||",
    to: "consent !== 'denied' ||",
    test: 'tests/elements/project-map/base-map.test.ts',
  },
  {
    id: 'P-04',
    what: 'the site’s own tool is not told that a visitor wants the map',
    file: 'dist/cdn/spass-project-map.js',
    from: 'spass-consent-request',
    to: 'spass-consent-question',
    test: 'tests/pages/consent.test.ts',
    only: 'P-04 of the DSFR',
  },
  {
    id: 'P-05',
    what: 'the portal is told which page of the site asks',
    file: 'dist/cdn/spass-widgets.js',
    from: 'referrerPolicy:"no-referrer"',
    to: 'referrerPolicy:"unsafe-url"',
    test: 'tests/pages/privacy.test.ts',
    only: 'P-01 P-02 P-05 P-06 P-07',
  },
  {
    id: 'P-06',
    what: 'a cookie of the portal goes with a question',
    file: 'dist/cdn/spass-widgets.js',
    from: 'credentials:"omit"',
    to: 'credentials:"include"',
    test: 'tests/pages/privacy.test.ts',
    only: 'P-01 P-02 P-05 P-06 P-07',
  },
  {
    id: 'P-07',
    what: 'a page that opens asks where its visitor is',
    ...first('navigator.geolocation.getCurrentPosition(()=>{});'),
  },
  {
    id: 'P-08',
    what: 'paper does not say who drew the map',
    file: 'dist/cdn/spass-project-map.js',
    from: '.stage>:not(.credit)',
    to: '.stage>*',
    test: 'tests/pages/privacy.test.ts',
    only: 'P-08 of none',
  },
  {
    id: 'P-09',
    what: 'a contribution is sent before it is said how long it is kept',
    file: 'dist/cdn/spass-contribute.js',
    from: 'term:this.retention',
    to: 'term:""',
    test: 'tests/pages/privacy.test.ts',
  },
  {
    id: 'P-10',
    what: 'no server of tiles is known but those that the script names',
    file: 'dist/cdn/spass-project-map.js',
    from: /"\{z\}","\{x\}","\{y\}"/g,
    to: '"{q}"',
    test: 'tests/pages/privacy.test.ts',
  },
];
