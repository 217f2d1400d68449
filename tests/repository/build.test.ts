import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {leafletModule} from '../../scripts/cdn/leaflet.mjs';
import {root} from '../../scripts/setup.mjs';
import {SOURCE_KINDS} from '../../src/data/sources/registry.js';

const dist = join(root, 'dist');
const cdn = join(dist, 'cdn');
const text = (path: string) => readFileSync(path, 'utf8');
const sha384 = (path: string) =>
  `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
const filesUnder = (folder: string) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
const scripts = readdirSync(cdn).filter(name => name.endsWith('.js'));

describe('the build', () => {
  it('S-11 gives the correct hash of every CDN file', () => {
    const hashes = JSON.parse(text(join(cdn, 'sri.json'))) as Record<string, string>;
    const names = readdirSync(cdn).filter(name => name !== 'sri.json');
    assert.deepEqual(hashes, Object.fromEntries(names.sort().map(n => [n, sha384(join(cdn, n))])));
  });

  it('S-11 writes the current hash of each part into a script that is there before it', () => {
    const parts = scripts.filter(
      name => !/^(?:embed|spass-(?:iframe|widgets(?:\.all)?))\.js$/.test(name),
    );
    assert.ok(parts.includes('spass-map.js'));
    const loaders = ['spass-widgets.js', ...parts].map(name => ({
      name,
      code: text(join(cdn, name)),
    }));
    for (const part of parts) {
      const hash = createHash('sha256')
        .update(readFileSync(join(cdn, part)))
        .digest('base64');
      const holders = loaders.filter(({code}) => code.includes(`"${part}":"`));
      assert.notEqual(holders.length, 0, `no script has the hash of ${part}`);
      for (const {name, code} of holders)
        assert.ok(code.includes(`"${part}":"${hash}"`), `${name} has another hash of ${part}`);
    }
  });

  it('keeps Leaflet out of the main script', () => {
    const main = text(join(cdn, 'spass-widgets.js'));
    assert.doesNotMatch(main, /leaflet-(?:container|pane|marker)/);
    assert.match(text(join(cdn, 'spass-map.js')), /leaflet-container/);
    assert.match(text(join(cdn, 'spass-widgets.all.js')), /leaflet-container/);
  });

  const weightOf = (...names: string[]): number =>
    names.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(cdn, name)), {level: 9}).length,
      0,
    );

  // A budget is the size at the last change, and whoever exceeds one weighs the reason against its download. A part may
  // exceed it by one per cent, since the names of other parts, which contain hashes, compress to a few bytes more or
  // less at each build.
  const ROOM = 1.01;
  for (const [name, kilobytes] of [
    // The first script must be there before the first card on a slow connection (100 ms for each 20 kB). Alone, where no
    // part can be loaded, it shows links to the records: so it has the request, the validation and the states. Lit is
    // 5.5 kB of it, the thin classes of all tags 3.5, hashes of the parts 1.2.
    ['spass-widgets.js', 36.9],
    // Views, which load beside the first response or before it.
    // 0.3 fill the last line of cards, leave facts out of rows on a phone, and draw the arrow of the DSFR.
    // 0.15 kB align the titles of a row, and tell those that are links.
    ['spass-portal-cards.js', 11.4],
    // 0.15 set tabs, and say why the counts of the families are more than their total.
    ['spass-family-filter.js', 3.25],
    ['spass-resource-list.js', 20.45],
    ['spass-project-map.js', 26.2],
    ['spass-layer.js', 3.7],
    // 0.3 kB draw long collapsed lists after the first frame: 5,000 programmes blocked the page for a second. 0.3 tell bars
    // and bands apart with forced colours, and 0.2 name as many years as have room.
    // 0.25 draw the overview in the inks of the families, and name the line of today on the axis. 0.1 cut the axis to the
    // years that the page asks for.
    ['spass-programme-timeline.js', 22.1],
    ['spass-agenda.js', 12.8],
    // 0.45 are the French words for kinds of organisations, which other languages translate.
    ['spass-directory.js', 15.15],
    // 0.1 of it sets the questions beside the answers, each with the word that says if it is required.
    ['spass-contribute.js', 24.55],
    // 0.05 tell the year that is read from the next one.
    // 0.3 have years as contents, and fade the steps that are not read.
    ['spass-story.js', 18.9],
    ['spass-explorer.js', 8.1],
    ['spass-compare.js', 6.4],
    ['spass-project-progress.js', 9.5],
    ['spass-project.js', 16.25],
    // Parts of views, loaded when their attribute, record or action needs them.
    // 0.4 kB name two towns on small covers, and keep names off the lines of a network; 0.2 draw scale and north on posters.
    // 0.05 keep marks and names whole in the flat frame of a poster.
    // 0.75 kB draw the outline of a territory, hatched.
    // 0.25 name all places on a poster.
    // 0.85 name the places of the records, in letters of one size at any width, with a scale bar, and give portals that share
    // a network covers of their own.
    // 0.3 name the lead of a network, keep names apart and the scale bar off coasts and borders, give an island one coast,
    // and show towns around few places.
    // 0.1 draw rivers.
    ['spass-covers.js', 8.95],
    // 0.05 answer the pointer without a frame.
    ['spass-layouts.js', 2.15],
    ['spass-detail.js', 5.75],
    ['spass-date-range.js', 2.05],
    ['spass-sketch-field.js', 3.95],
    // A map without a background from zoom 12: circles, captions, towns beyond the edges, small map.
    // 0.1 keep its texts nearer to their own marks than to others, and to dots of towns.
    ['spass-surroundings.js', 4.6],
    ['spass-picture-series.js', 4.45],
    ['spass-series-record.js', 1.05],
    ['spass-retake.js', 3.8],
    // 0.1 write the numbers of the partners, and the address with breaks after its slashes. 0.9 draw the marks and links
    // of the map: links bend around other marks.
    ['spass-poster.js', 4.1],
    // On the paper of a page, if that is nearly white.
    ['spass-funding-statement.js', 3.35],
    ['spass-structured-data.js', 3.2],
    ['spass-files.js', 2.75],
    ['spass-portal-extras.js', 2],
    // Code for print, loaded once a page is used. More than a kilobyte of it states credits and funding once, at the end
    // of the page, keeps headings of the page and groups of a key with what follows them, and sets cards for A4 and A3; 0.4
    // are the sheets of Firefox, which has no containers there, 0.3 sizes of maps by the number of their entries, and 0.6
    // what a page has for the screen only: boxes that scroll, bars that stay in place, grids in Firefox. Half a kilobyte moves
    // the foot to the lower edge of the last sheet, and 0.2 print the first of hundreds of records without a place, instead
    // of five sheets of them, and many addresses in columns. 0.3 fit the size of texts to the sheets, and 0.3 keep headings
    // with what follows them in grids of the page, and the rules of the page off the foot. 0.3 set the height of maps by
    // the room of their sheets, and 0.5 set the key of a map on one grid, and number the entries of a list that stays. A
    // kilobyte names today and continued programmes on timelines, with a key and without lines that look like bars, and sets
    // the foot: addresses in two columns, one emblem and one source in the language of the page. 0.6 keep a timeline on one
    // sheet, as high as the room there, or name it again on the next one, and end its lines with its rows. 0.2 explain the
    // marks without a number. 0.6 choose texts and maps that leave less white, and name a map again above the rest of its key.
    // 0.2 of it keep rows whole and the foot of a page not alone. 0.4 set the size of pictures of stories by the room of
    // their sheets, name lists again on the next sheet, and tell how many records of a group are listed. 0.5 write the
    // title of the page below each sheet, name directories and lists of maps again, and begin the last sheet with a section.
    // 0.65 give a map the ratio of its places, and choose the records of its key: those on the map, without other layers.
    // 0.2 state place, sheet and scale; the key in columns needs 0.6 less than one around its map.
    ['spass-print-sheet.js', 15.75],
    ['spass-qr-code.js', 4.25],
    // 0.2 of it draw near places larger, and 0.4 join the marks of near records. 0.7 draw groups with their counts, name
    // the village of each mark, and give the scale of the sheet. 0.05 keep names off borders and dots, and 0.05 draw the
    // regional sheet from further away. 0.1 name the place of each mark before others, and keep marks out of the sea. 0.1 give
    // a map of many marks a finer grid.
    ['spass-paper-map.js', 4.55],
    // Placeholders and kept copies, needed before the first request of few pages.
    ['spass-page-start.js', 1.8],
    // Search, sorting, facets and relations of a complete collection.
    ['spass-shelf.js', 6.6],
    // The map: two fifths of it are Leaflet. 0.3 name no town at a mark but that of its record, and 0.5 set
    // each name nearest to its own dot, on a side without a border. The outlines are coasts, borders, towns and,
    // of 2.2, great rivers; the regional sheet has those from zoom 8. 0.2 draw two near records side by side from close up, paid by the sheet.
    // 0.15 name the city and the place of a mark in any crowd.
    ['spass-map.js', 45],
    // 2 name towns, and draw scale, credit and the rings of many places. 0.3 draw marks and rings as the map does.
    ['spass-facade.js', 10.1],
    ['spass-outlines.js', 17.4],
    // 1.75 of it are rivers and canals, with their names, 1.1 built-up areas, and 1.2 the towns of Belgium that are as
    // large as those of France.
    ['spass-regional-sheet.js', 36.3],
    ['spass-base-map.js', 6.3],
    ['spass-tiles.js', 10.7],
    // The style sheet is optional.
    ['spass-widgets.css', 0.7],
  ] as const)
    it(`E-01 keeps ${name} within ${String(kilobytes)} kB of gzip`, () => {
      const size = weightOf(name);
      const room = name === 'spass-widgets.js' ? 1 : ROOM;
      assert.ok(size <= kilobytes * 1024 * room, `${name} has ${String(size)} bytes`);
    });

  // Scripts that a page with one widget of a portal API runs before its first record.
  for (const [noun, kilobytes] of [
    // A tenth sets many cards of a sheet of A3 as rows.
    ['portal-cards', 48.3],
    // A twentieth begins titles at the edge of a list without any mark.
    ['resource-list', 57.35],
  ] as const)
    it(`E-01 shows the first records of a ${noun} within ${String(kilobytes)} kB of gzip`, () => {
      const size = weightOf('spass-widgets.js', `spass-${noun}.js`);
      assert.ok(size <= kilobytes * 1024, `${String(size)} bytes`);
    });

  it('has the notice of OpenStreetMap’s data with those data', () => {
    for (const name of ['spass-regional-sheet.js', 'spass-widgets.all.js', 'licences.txt'])
      assert.match(text(join(cdn, name)), /© OpenStreetMap contributors, Open Database License/);
    assert.doesNotMatch(text(join(cdn, 'spass-map.js')), /Open Database License/);
  });

  // Size of a source: shared by all (3 kB: rows, places, geometries), reading cells and recognizing columns (21.8 kB:
  // 3.6 kB dates, periods and times as people write them), shared by
  // servers (6.5 kB: queries, paging, ignored parameters, records by id), libraries (papaparse 6.8, pmtiles and its
  // tiles 8.7, sax 8, ical.js 22). Shared parts load at the same time; being compressed alone, each makes a kind 0.3 kB
  // larger than one file would be. The conversion of metres, the restoring
  // of leading zeros and the names of départements and regions (5.3 kB) are loaded for data that need one of them.
  const BUDGETS: Readonly<Record<string, number>> = {
    geojson: 29.7,
    json: 33.1,
    // 0.15 of it are rows of totals.
    csv: 36.55,
    ics: 53.4,
    rss: 38.75,
    pmtiles: 40.4,
    'ogc-features': 35.6,
    // 0.05 of it are whole days and years, which the API stores as hours.
    openagenda: 37,
    opendatasoft: 38.6,
    tabular: 36.05,
    wordpress: 36.6,
  };
  /** Parts that are loaded for a kind: its own, and parts that it shares with others. */
  const partsOf = (kind: string): readonly string[] => {
    const load = new RegExp(`\\.load\\(([^)]*spass-${kind}\\.js[^)]*)\\)`);
    const [, files = ''] = load.exec(text(join(cdn, 'spass-sources.js'))) ?? [];
    return files.match(/spass-[a-z-]+\.js/g) ?? [];
  };
  const kinds = Object.keys(SOURCE_KINDS).filter(kind => SOURCE_KINDS[kind]?.load);
  for (const [kind, kilobytes] of kinds.map(kind => [kind, BUDGETS[kind] ?? 0] as const))
    it(`E-01 keeps the additional download for a page with ${kind} within ${String(kilobytes)} kB of gzip`, () => {
      const parts = partsOf(kind);
      assert.ok(parts.includes('spass-columns.js'), parts.join(' '));
      const size = weightOf('spass-sources.js', ...parts);
      assert.ok(size <= kilobytes * 1024 * ROOM, `${String(size)} bytes: see BUDGETS`);
    });

  it('loads the code for servers for servers only', () => {
    const REFUSED = /does not read this, which is done here/;
    for (const kind of ['sources', 'geojson', 'csv', 'pmtiles'])
      assert.doesNotMatch(text(join(cdn, `spass-${kind}.js`)), REFUSED, kind);
    assert.match(text(join(cdn, 'spass-servers.js')), REFUSED);
    for (const kind of kinds)
      assert.equal(
        partsOf(kind).includes('spass-servers.js'),
        SOURCE_KINDS[kind]?.access === 'server',
        kind,
      );
  });

  // A quarter of a kilobyte of it writes dates and credits below pictures, and reserves room beside facets.
  // Another 0.2 kB gives the plain text of a poster and of a directory the height of their widget.
  it('keeps spass-widgets.css within 1.7 kB uncompressed', () => {
    assert.ok(readFileSync(join(cdn, 'spass-widgets.css')).length <= 1741);
  });

  it('has no spaces beside the blocks of templates, where they would be nodes that are not rendered', () => {
    const space = /<\/?(?:div|li|p|ul)(?: [^<>`]*)?> (?=<|\$\{)|[>}] <\/?(?:div|li|p|ul)[ >]/;
    for (const name of scripts) assert.doesNotMatch(text(join(cdn, name)), space, name);
  });

  it('can be inlined: no script contains an end tag of a script element', () => {
    for (const name of scripts) assert.doesNotMatch(text(join(cdn, name)), /<\/script|<!--/i);
  });
});

describe('the built files', () => {
  it('A-02 have no closed shadow root', () => {
    for (const path of filesUnder(dist).filter(path => path.endsWith('.js')))
      assert.doesNotMatch(text(path), /mode:\s*["'`]closed/, path);
  });

  it('S-01 have no sink for HTML or code except that of Lit, behind its policy', () => {
    const sinks =
      /\b(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function\b|setTimeout\("/g;
    const found = (name: string) =>
      [...text(join(cdn, name)).matchAll(sinks)].map(([sink]) => sink);
    for (const name of scripts) {
      const widgets = name.startsWith('spass-widgets');
      assert.deepEqual(found(name), widgets ? ['innerHTML='] : [], name);
    }
    // Lit creates each template from a constant of the source, as a TrustedHTML of its policy "lit-html".
    assert.match(
      text(join(cdn, 'spass-widgets.js')),
      /createElement\(["`]template["`]\);return (\w+)\.innerHTML=\w+,\1\}/,
    );
    // A DOM implementation for the command line; no page loads it.
    const dom = join(dist, 'tools/cli/prerender/dom.js');
    // The configurator is a separate page with its own Lit under the same policy.
    const configurator = join(dist, 'configurateur/configurateur.js');
    for (const path of filesUnder(dist).filter(p => p.endsWith('.js') && !p.startsWith(cdn))) {
      const sinksIn = [...text(path).matchAll(sinks)].map(([sink]) => sink);
      const allowed = path === configurator ? ['innerHTML='] : [];
      if (path !== dom) assert.deepEqual(sinksIn, allowed, path);
    }
  });

  it('are not produced with an unknown version of Leaflet: the build fails with a clear message', () => {
    assert.throws(
      () => leafletModule('src/core/Browser.js', 'export {};'),
      /^Error: Leaflet changed: /,
    );
  });
});

describe('committed files', () => {
  const git = (...args: string[]) => execFileSync('git', args, {cwd: root, encoding: 'utf8'});
  const inGit = spawnSync('git', ['rev-parse', '--git-dir'], {cwd: root}).status === 0;

  it('name no registry and no folder of a machine', {skip: !inGit && 'no git here'}, () => {
    const here = root.replace(/\/$/, '');
    const faults = git('ls-files', '-z')
      .split('\0')
      .filter(name => /\.(?:ts|js|mjs|cjs|json|md|html|css|yml|npmrc|rc)$|^\.|^LICENSE/.test(name))
      .filter(name => {
        const content = text(join(root, name));
        return (
          content.includes(here + '/') ||
          /\bregistry\.[\w.-]+\.(?:org|com|net|io)\b/.test(content) ||
          // A workspace is resolved to its folder.
          (name === 'package-lock.json' && /"resolved": "[\w+]+:/.test(content)) ||
          (/(?:^|\/)\.(?:npm|yarn)rc$/.test(name) && /registry\s*=/.test(content))
        );
      });
    assert.deepEqual(faults, []);
  });

  it('have exact versions in package.json', () => {
    const pack = JSON.parse(text(join(root, 'package.json'))) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const versions of [pack.dependencies, pack.devDependencies])
      for (const [name, version] of Object.entries(versions))
        assert.match(version, /^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/, name);
  });
});
