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

  // Each budget has a reason. The first script must be there before the first card on a slow connection (100 ms for
  // each 20 kB); 30 kB is the aim, and each further tag adds a hash. Chunks of single widgets load beside the data. The
  // map chunk contains Leaflet (30 kB), the outlines and our clusters; the style sheet is optional and small.
  for (const [name, kilobytes] of [
    // The thin classes of all tags, with their attributes and the loading of their views, are 3.5 kB of it.
    // Accessibility is 2 kB: gathered announcements with their sentences (0.9), a focus that is never lost (0.3), Back
    // and Forward (0.4), names of regions (0.1), properties that take texts (0.2). Own fields as filters are 0.3 kB,
    // records written in the tag 0.2, copies that are kept 0.1, the limit of a download 0.2, and errors shown in place 0.1.
    // 50 bytes of it write French counts: the formatter of a browser takes 10 to 20 ms.
    // 0.1 kB of it reads large bodies in pieces.
    ['spass-widgets.js', 36.9],
    // Each part has the hashes of the parts that it loads, which the first script had before: up to 0.2 kB.
    // Views with an empty state have its ways out: 0.1 kB, which the first script had before. Fields, buttons and titles
    // of the DSFR are 0.1 kB of some.
    // The drawings of empty and failed states, and the alerts of the DSFR, are 0.1 to 0.2 kB of some.
    // Each view has the French messages of records (0.4 kB), which the first script had before, templates of the page
    // (0.4), and files of pictures in several widths (0.3).
    // A quarter of a kilobyte of it ends texts with a sentence, and loads covers and layouts.
    // Each view also has the styles of print, and loads the code for it on first use: 0.4 kB.
    // 0.2 kB of it gives a single card the line, on paper too, 0.1 credits the small pictures of a front page.
    // A tenth of it keeps numbers with their words, and divides facts into lines.
    // The drawings of failed states, whole and with their lines of text, are 0.1 kB of this and of other parts.
    // A tenth of it draws numbers of the lead as figures, here and in its layout.
    // A tenth of it lays out groups for paper.
    // A few bytes of it, and of other views, are a hint to compile it while it loads.
    ['spass-portal-cards.js', 11],
    // 0.4 kB of it draws in slices, and keeps what is drawn for portals that come back; a tenth reads the outlines before.
    ['spass-covers.js', 6.2],
    // Coasts, borders and towns, loaded with each part that draws them. 1.4 kB of it names a town in or near each
    // département: from zoom 8 on, a map outside the north had no name at all.
    ['spass-outlines.js', 13.7],
    // A tenth of a kilobyte sets a title of many lines smaller, and the index of a front page in columns on paper.
    ['spass-layouts.js', 2.05],
    // A tenth of it describes omitted pictures (data saver), in each language.
    // 0.3 kB of it draws the rows before the facets of a document are counted: first paint in a fifth of the time.
    // A few bytes of it count the facets that label a selected identifier.
    // 0.3 kB of it are the outlines of the kinds of resources.
    // A tenth of it keeps numbers of texts with their words, and draws placeholders of texts as lines.
    ['spass-resource-list.js', 20.75],
    ['spass-date-range.js', 2.1],
    // Copies that are kept, and placeholders: needed before the first request of few pages.
    ['spass-page-start.js', 2],
    // Pictures on request, which the list had before, are 0.2 kB of it.
    ['spass-detail.js', 5.75],
    // Widgets with projects look for the programmes that fund them: 0.4 kB.
    // A third of a kilobyte says how many places are outside the view, and loads the code for print.
    // 0.2 kB of it reads the communes of a large map in slices, 0.1 joins the records of a view with those without place.
    // 24.21 once the changes of several branches were merged.
    // A few bytes of it show the button of a map whose drawing does not arrive.
    // A few more scroll the projects without a place into view.
    // A tenth of a kilobyte hands the tiles of its background to the print sheet.
    // Another lays out the list of a map with one or two records below it, and fades the end of one that scrolls.
    // 0.2 kB of it draw coasts alone if its records fail, and put the way out of an empty map below it.
    // 0.15 kB of it names the place that was asked for, and scrolls to it.
    // 0.2 kB of it draws a map before the first frame, and reads the funding after it; 0.2 kB say how old its layers are.
    // A tenth sets long titles as text, and the search of a phone in one row.
    ['spass-project-map.js', 26.25],
    ['spass-layer.js', 4],
    // A kilobyte of it are the handles of the period with their overview.
    // A tenth of it writes the years of programmes without projects at the edge of the axis.
    // 0.4 kB of it fits labels to the width, and closes details with Escape.
    // 0.4 kB of it measures the labels in their font and the axis, instead of counting characters.
    // 0.4 kB of it draws portfolios with a branch for each part, and finds the side with room for the years of a bar.
    // 0.3 kB of it ends titles before their dash where they have no room, and branches at their bars.
    // 0.2 kB each of it and of the map are fields of the DSFR.
    // A few bytes of it leave out a strand that is named, and end a title at its dash inside its bar.
    // A few bytes of it draw branches with forced colours too.
    // A few bytes of it are a hint to compile it while it loads.
    // A few bytes of it explain only what is drawn.
    ['spass-programme-timeline.js', 20.9],
    // The day as a large figure; a ruled index with icons for the actions.
    // A tenth of a kilobyte each are the years under their months with the heading of the past, and the filters that all
    // actors share.
    // A tenth are the credits and notices of past events.
    // The order of an English date. A few bytes of it put the pin of an actor beside the name.
    // A tenth of it writes hours as French does.
    // A tenth of it keeps numbers of texts with their words.
    // A few bytes of it put texts beside titles where no event has a place.
    ['spass-agenda.js', 13.95],
    // Half a kilobyte of it says once, in headings and in a key, what rows of actors repeated.
    // 0.15 kB of it names once the country of most actors of a group.
    ['spass-directory.js', 13.9],
    // A kilobyte and a half of it are the choice between point, line and area, their draft and their marks; the drawing
    // is a part of its own, and so is the search for an address.
    // Numbered steps with their marks are a third of a kilobyte; coordinates behind a summary, which an error opens again.
    // 0.2 kB of it put the map beside the form. A few bytes of it open the map on the place of a series.
    // 0.2 kB of it take dropped photographs.
    // A few bytes of it name the place of a contribution on a linked map.
    // Maps update what is beside them once they rest: 0.1 kB, and in the story.
    ['spass-contribute.js', 24.5],
    // 0.4 kB of it insert a vertex between two others.
    ['spass-sketch-field.js', 4],
    // Half a kilobyte of it reads, counts and sorts in slices, so that 44,480 records do not block a page.
    // A quarter of a kilobyte of it merges the spellings of facet values.
    // A tenth of it searches a longer word from where the shorter one was found.
    // A few bytes of it label a selected value that no record has.
    // Half a kilobyte of it parses large documents in slices.
    ['spass-shelf.js', 6.6],
    // A quarter of a kilobyte of it keeps the stage above the text on a phone. A tenth is the direction of a swipe.
    // 0.2 kB of it names a place only where it changes, and lays out rows for paper.
    // A tenth of it labels the marks of places that several steps have.
    // A few bytes of it ask for the surroundings of a step, 0.1 kB writes the numbers of steps on the mark of several.
    // A tenth of it keeps numbers of texts with their words.
    // 0.4 kB of it are the flight to the next place.
    // A tenth of it keeps a pair and its credit whole on the stage of a phone.
    ['spass-story.js', 18.7],
    // Circles of distance around a step, and a small map of where it is.
    ['spass-surroundings.js', 1.65],
    // 0.2 kB of it are the coast and the borders of the drawing of a failure.
    ['spass-explorer.js', 8.1],
    // A quarter of a kilobyte of it lays out entries and addresses in rows, and two columns on A3.
    // A few bytes of it let more addresses than a page holds begin below the last row, and hide the drawings of states.
    // A tenth of a kilobyte sets the list of a map in columns, and loads emblems.
    // 0.2 kB of it keeps the last addresses with the cartouche, and sets short lists beside their map on A3.
    // A tenth of a kilobyte lays out tiles, and lets a map end before the list beside it.
    // 0.1 kB of it prints the years of a time axis on each page.
    // 0.1 kB prints timelines whole, and the cartouche in the language of the page.
    // 0.15 kB says how many records of a list are not printed, and draws covers that were never on the screen.
    // 0.6 kB lets a long list go on below its map on A3, and puts the foot of the page into its portal.
    // A tenth of a kilobyte states once what all entries of a map share, and gives their titles the whole width.
    ['spass-print-sheet.js', 6.65],
    ['spass-qr-code.js', 4.2],
    ['spass-paper-map.js', 2.9],
    ['spass-structured-data.js', 3.15],
    // Half a kilobyte of it fades one picture into the other, and reads the dates and licences of the page.
    // A sentence and a warning for a list without pictures are a tenth of a kilobyte, and so is the direction of a swipe.
    // A tenth of it puts the words beside pictures on wide pages.
    ['spass-compare.js', 6.4],
    // 4.24 once they were merged.
    ['spass-picture-series.js', 4.3],
    ['spass-series-record.js', 1.2],
    ['spass-retake.js', 3.8],
    // A tenth of a kilobyte of this and of the next are placeholders in their columns.
    ['spass-project-progress.js', 10.6],
    // A sheet has the meeting and the participation of the progress, files, partners and facts. Half a kilobyte of it
    // prints it on one page.
    // A few bytes of it keep numbers of texts with their words.
    ['spass-project.js', 17.1],
    // A tenth of a kilobyte ends long texts in an ellipsis; two tenths keep emblem and code on the page.
    // Another tenth says that the code leads to what has no room.
    ['spass-poster.js', 2.9],
    // Emblem, statement in four languages, and the order of the widgets that would show it.
    ['spass-funding-statement.js', 3.3],
    // A kilobyte and a half of it are the scale bar, the graticule and the loading of the regional sheet.
    // Another kilobyte draws what is in view of the outlines as curves with waterlines, and 0.4 kB divide long lines
    // into cells, which halves the time of a renderer without a graphics card.
    // 1.7 kB of it draw waterlines, the home country, names of seas and countries before the regional sheet.
    // 0.25 kB of it load the surroundings, and name the place below a crosshair beside it.
    // 0.1 kB of it names more neighbours, and gives southern and western coordinates their sign.
    // 0.6 kB of it marks the place that was asked for, and keeps names and popups beside it.
    // 0.3 kB of it draws what is around the view later, and the dots of all names as four paths.
    // Half a kilobyte of it shows drawings of other zooms and keeps names while a map moves.
    // A tenth of it keeps the mark of a popup in sight, with a line to it.
    ['spass-map.js', 47.5],
    // View that a map will have, for one that waits for a click. 1.9 kB of it are the curves and waterlines of its coast.
    // A few bytes of it halve the time of those.
    // 0.15 kB of it snaps the drawn area to pixels and divides it into cells by its size.
    // 0.3 kB of it shows drawings of other zooms, which only the map needs.
    // A tenth of it draws the shapes of the families.
    ['spass-facade.js', 7.9],
    // Loaded from zoom 8: coast, borders, waters and a thousand names.
    ['spass-regional-sheet.js', 34.9],
    // 0.3 kB of it draws the tiles for paper.
    ['spass-base-map.js', 6.4],
    // Most of it are the libraries for archives and vector tiles.
    ['spass-tiles.js', 11.1],
    ['spass-widgets.css', 1],
  ] as const)
    it(`E-01 keeps ${name} within ${String(kilobytes)} kB of gzip`, () => {
      const size = weightOf(name);
      assert.ok(size <= kilobytes * 1024, `${name} has ${String(size)} bytes`);
    });

  it('has the notice of OpenStreetMap’s data with those data', () => {
    for (const name of ['spass-regional-sheet.js', 'spass-widgets.all.js', 'licences.txt'])
      assert.match(text(join(cdn, name)), /© OpenStreetMap contributors, Open Database License/);
    assert.doesNotMatch(text(join(cdn, 'spass-map.js')), /Open Database License/);
  });

  // Size of a source: shared by all (3 kB: rows, places, geometries), reading cells and recognising columns (19.8 kB: a
  // kilobyte names of départements and regions, 3.3 kB dates, periods and times as people write them), shared by servers (6.5 kB: queries, paging, ignored parameters,
  // records by id), libraries (papaparse 6.8, pmtiles and its tiles 8.7, sax 8, ical.js 22). Shared parts load at the
  // same time; being compressed alone, each makes a kind 0.3 kB larger than one file would be.
  const BUDGETS: Readonly<Record<string, number>> = {
    geojson: 28.65,
    // Tables, columns and objects by key are 0.5 kB of it.
    json: 29.7,
    csv: 33.45,
    ics: 50.4,
    rss: 35.7,
    pmtiles: 37.65,
    'ogc-features': 32.85,
    openagenda: 34,
    opendatasoft: 35.65,
    tabular: 33.25,
    wordpress: 33.85,
  };
  /** Parts that are loaded for a kind: its own, and parts that it shares with others. */
  const partsOf = (kind: string): readonly string[] => {
    const load = new RegExp(`\\.load\\(([^)]*spass-${kind}\\.js[^)]*)\\)`);
    const [, files = ''] = load.exec(text(join(cdn, 'spass-sources.js'))) ?? [];
    return files.match(/spass-[a-z-]+\.js/g) ?? [];
  };
  const kinds = Object.keys(SOURCE_KINDS).filter(kind => SOURCE_KINDS[kind]?.load);
  for (const [kind, kilobytes] of kinds.map(kind => [kind, BUDGETS[kind] ?? 25] as const))
    it(`E-01 keeps the additional download for a page with ${kind} within ${String(kilobytes)} kB of gzip`, () => {
      const parts = partsOf(kind);
      assert.ok(parts.includes('spass-columns.js'), parts.join(' '));
      const size = weightOf('spass-sources.js', ...parts);
      assert.ok(size <= kilobytes * 1024, `${String(size)} bytes`);
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
