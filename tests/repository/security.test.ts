import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {Ajv} from 'ajv';
import {unzipSync} from 'fflate';
import {packagesIn, type Sbom} from '../../scripts/build/sbom.mjs';
import {root} from '../../scripts/setup.mjs';

const dist = join(root, 'dist');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const under = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => ending.test(name))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/** Sources by path, without comments; code that runs only in Node is left out. */
const sources: ReadonlyMap<string, string> = new Map(
  under('src', /\.ts$/)
    .filter(path => !path.startsWith('src/tools/cli/'))
    .map(path => [path, read(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')]),
);
const matches = (pattern: RegExp): readonly string[] =>
  [...sources].flatMap(([path, text]) =>
    [...text.matchAll(pattern)].map(
      ([match]) => `${path.slice('src/'.length)}: ${match.replace(/\s+/g, ' ')}`,
    ),
  );

describe('text as plain text', () => {
  /** Sinks that create markup or scripts from a string, beyond the sinks of the build tests. */
  const SINKS =
    /\b(?:setHTMLUnsafe|setHTML|parseHTMLUnsafe|parseFromString|writeln|execCommand|createContextualFragment|insertAdjacentHTML|execScript)\(|\.(?:srcdoc|outerHTML) ?=(?!=)|setAttribute\(["'`]on|\b(?:setTimeout|setInterval)\(["'`]|[^.\w](?:Function|eval)\(|import\((?!["'`./])/g;
  const sinksIn = (text: string) => [...text.matchAll(SINKS)].map(([sink]) => sink);

  it('S-01 cannot become markup or script, in any file that is built or packed', () => {
    let count = 0;
    // A DOM implementation for the command line; no page loads it.
    for (const path of under('dist', /\.js$/).filter(path => !path.endsWith('prerender/dom.js'))) {
      // The command line imports installed packages.
      if (path.startsWith('dist/tools/cli/')) continue;
      assert.deepEqual(sinksIn(read(path)), [], path);
      count++;
    }
    for (const zip of under('dist/integrations', /\.zip$/).concat('dist/spass-widgets.zip'))
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(root, zip)))))
        if (name.endsWith('.js')) {
          assert.deepEqual(sinksIn(new TextDecoder().decode(bytes)), [], `${zip}: ${name}`);
          count++;
        }
    assert.ok(count > 300, String(count));
  });

  it('S-02 has no rich form: none is shown, parsed or sanitized', () => {
    assert.deepEqual(
      matches(/unsafe(?:HTML|SVG|MathML|Static|CSS)\b|DOMParser|Sanitizer|DOMPurify|\bsetHTML/g),
      [],
    );
    const {components} = JSON.parse(read('dist/sbom.cdx.json')) as Sbom;
    assert.deepEqual(
      components.filter(({name}) => /purify|sanit|xss|markdown|showdown|marked/i.test(name)),
      [],
    );
    // The API has no field for it either.
    const api = read('dist/schema/portal-api.openapi.json');
    assert.doesNotMatch(api, /text\/html|"html"|rich ?text/i);
  });
});

describe('URLs in the sources', () => {
  /** Each place that writes a URL into a page, and the check that the URL has passed. */
  const URL_SINKS: Readonly<Record<string, string>> = {
    'elements/parts/link.ts: href=${href}':
      'its callers hand over what the schema or safeLink let through',
    'elements/parts/templates/templates.ts: .href = href': 'safeLink',
    'elements/parts/project/project-acts.ts: href=${href}':
      'safeLink, or participate.url of the schema',
    "elements/programme-timeline/bars.ts: setAttribute('href": 'url, of the schema',
    'elements/story/story-frame.ts: href="#${step.fragment}"': 'a fragment of this page',
    'elements/parts/page-control.ts: href=${url}': 'the address of this page with another query',
    'elements/parts/pictures/picture.ts: src=${src}':
      'pictures of the schema, and those that the page itself has written',
    'elements/parts/pictures/picture.ts: srcset=${candidates || nothing}':
      'the files of a picture in other widths, of the schema',
    'elements/parts/records/structured-data.ts: .href = url': 'url, of the schema',
    'elements/compare/compare-view.ts: .src = image.getAttribute(':
      'what the page has written itself',
    'controllers/download-controller.ts: .href = this.#objectUrl': 'a file made here, blob:',
    'embed/load-part.ts: .src = toTrustedUrl(address)':
      'a part in the folder of the script, by its hash',
  };

  it('S-03 are written in these places, each behind a check', () => {
    const places = [
      ...matches(
        /(?<![\w.-])[.?]?(?:href|src|srcset|poster|action|formaction|ping|data|cite)=(?:\$\{[^}]*\}|"#\$\{[^}]*\}")/g,
      ),
      ...matches(
        /\.(?:href|src|srcset|action|formAction|srcdoc|poster) = [\w.#]+\(?(?:address\))?/g,
      ),
      ...matches(
        /setAttribute\(\s*['"`](?:href|src|srcset|action|formaction|xlink:href|style|srcdoc)/g,
      ),
    ].map(place => place.replace(': .href=', ': href='));
    assert.deepEqual(places.sort(), Object.keys(URL_SINKS).sort());
  });

  it('S-03 are fetched in one place', () => {
    assert.deepEqual(
      matches(
        /(?<![#.\w])(?:fetch|XMLHttpRequest|sendBeacon|EventSource|WebSocket|importScripts) ?\((?!\))/g,
      ).filter(
        place =>
          // The client hands over the `fetch` of its environment.
          !/embed\/embed\.ts|request\.ts|embedded-responses\.ts|client\/client\.ts|kept-responses\.ts/.test(
            place,
          ),
      ),
      [],
    );
  });

  it('S-16 open no window, and no link lacks "noopener"', () => {
    assert.deepEqual(matches(/\btarget=|window\.open|formtarget/g), []);
    // Links to another step or page of the list stay in this page. Links that `check` searches for are in pasted text;
    // links in a template of the page get LINK_ATTRIBUTES when they are filled, and messages name them.
    const links = matches(/<a\b[^>]*>/g).filter(
      link =>
        !/href="#/.test(link) &&
        !/^(?:elements\/parts\/page-control|tools\/snippets\/parse-snippet|tools\/messages\/\w+|elements\/parts\/templates\/sanitize-template)\.ts:/.test(
          link,
        ),
    );
    assert.ok(links.length >= 2);
    for (const link of links)
      assert.match(link, / rel=(?:"noopener"|\$\{LINK_ATTRIBUTES\.rel\})/, link);
    for (const link of links) assert.match(link, / referrerpolicy=/, link);
  });
});

describe('values in styles', () => {
  it('S-10 are numbers or checked colours, and never a URL', () => {
    const places = matches(
      /\.style=\$\{[^\n]*|\bstyle\.(?:cssText|\w+) = [^\n;]*|style\.setProperty\([^\n;]*|insertRule\(|cssText\b[^\n]*/g,
    );
    // Each is a computed length or share, a colour of the schema or of `hexColour`, the checked `height`, or a copy of
    // the style sheets or fonts of an element.
    const KNOWN = [
      /card\.ts: \.style=\$\{accent \? `--_accent:\$\{accent\}` : ''\}/,
      /story-view\.ts: \.style=\$\{`--_read: \$\{progressPercentage\(progress\)\}%`/,
      /pictures\/picture\.ts: \.style=\$\{focus \? `object-position: \$\{percent\(focus\.x\)\} \$\{percent\(focus\.y\)\}` : nothing\}/,
      /embed\/apply-colours\.ts: style\.setProperty\(name, colour\)/,
      /picture-comparison\.ts: \.style=\$\{`--_ratio: \$\{this\.#ratio\(pair\)\}; --_at: \$\{this\.#dividerPercent\}%`\}/,
      /period-slider\.ts: \.style=\$\{`--n:\$\{count\};--s:\$\{start\};--e:\$\{end\}`\}/,
      /draw-marks\.ts: style\.fill = fillOf\(family, points\)/,
      /draw-marks\.ts: style\.stroke = fillOf\(categoryCounts\.indexOf\(Math\.max\(\.\.\.categoryCounts\)\), points\)/,
      /paper-map-key\.ts: \.style=\$\{`fill: \$\{fillOf\(family, points\)\}`\}/,
      // Layout of a map: numbers and fixed words.
      /paper-map-view\.ts: style\.setProperty\(`--_\$\{property\}-\$\{name\}`, String\(value\)\)/,
      /sheet-queries\.ts: cssText\}\) => cssText\)\.join/,
      /last-sheet\.ts: style\.(?:cssText = 'all:initial|breakBefore = (?:'page'|style\.margin = style\.transform = ''))/,
      /fit-sheets\.ts: style\.marginBottom = (?:`\$\{SPARE\}px`|'')/,
      /fit-sheets\.ts: style\.setProperty\('--_paper-size', `\$\{SIZES\[size\]\}pt`\)/,
      /fit-sheets\.ts: style\.setProperty\('--_scale', String\(lowest \+ step \* SCALE_STEP\)\)/,
      /last-sheet\.ts: style\.(?:margin(?:Left|Right|Top) = `\$\{[^`]*\}px`|transform = `translateY\(\$\{room\}px\)`)/,
      /print-sheet\.ts: style\.(?:fontFamily = fontFamily|setProperty\('--spass-heading-font', headings \|\| fontFamily\))/,
      /poster\.ts: style\.setProperty\('--_text-size', `\$\{size\}em`\)/,
      /poster\.ts: style\.setProperty\('--_max-lines', String\(lines\)\)/,
      /retake\.ts: \.style=\$\{`--_ghost: \$\{percent\}%`\}/,
      /generation\.ts: \.style=\$\{(?:styleDeclaration\('--s'|`--[ns]:)/,
      /bars\.ts: style\.setProperty\('--[se]', String\((?:start|end)\)/,
      /contribute-view\.ts: style\.blockSize = this\.host\.height/,
      /project-map-view\.ts: style\.setProperty\('--_height', this\.host\.height\)/,
      /map\/(?:[\w-]+\/)?[\w-]+\.ts: style\.(?:transform|width|height|inlineSize|inset\w*|left|top|display|\w*[tT]ransform\w*) = /,
      /(?:mark|facade|shapes-layer)\.ts: style\.setProperty\('--_(?:shape|layer-fill)', (?:(?:layer\.)?fill|fill\(shape\.index\))\)/,
      /(?:captions|distance-circles)\.ts: style\.setProperty\('--_(?:shape|ring)', fill(?:Of\(family, points\)| \?\? '')?\)/,
      /(?:marker-layer|facade)\.ts: style\.setProperty\('--_shape', fillOf\(category, points\)\)/,
      /(?:mark|facade)\.ts: style\.inlineSize = style\.blockSize = (?:side\)[),]|`\$\{2 \* markRadius\(1\)\}px`)/,
      /regional-sheet\.ts: style\.mask(?:Image = gradients\.join\(\)|Composite = 'intersect')/,
      /spass-iframe\.ts: style\.blockSize = `\$\{Math\.min\(height, MAX_HEIGHT_PX\)\}px`/,
    ];
    assert.deepEqual(
      places.filter(place => !KNOWN.some(pattern => pattern.test(place))),
      [],
    );
    assert.deepEqual(matches(/\burl\(/g), []);
    // A colour of the page is used only in properties that accept a colour alone: `background` would accept a URL too.
    assert.deepEqual(
      matches(
        /[^-\w](?:background|border-image|list-style|cursor|content|mask):(?!\s*(?:linear|conic)-gradient)[^;{}]*var\(--[\w-]+/g,
      ),
      [],
    );
  });
});

describe('the published package', () => {
  const sbom = JSON.parse(read('dist/sbom.cdx.json')) as Sbom;
  const libraries = sbom.components.filter(({type}) => type === 'library');

  it('S-12 has a list of every dependency in it, with licence and hash, reproducibly', () => {
    assert.deepEqual([sbom.bomFormat, sbom.specVersion], ['CycloneDX', '1.6']);
    assert.doesNotMatch(read('dist/sbom.cdx.json'), /serialNumber|timestamp/);
    const listed = new Set(libraries.map(({name, version}) => `${name}@${String(version)}`));
    let count = 0;
    for (const path of ['cdn', 'configurateur', 'tools/cli/prerender'])
      for (const name of packagesIn(read(`dist/${path}/licences.txt`))) {
        assert.ok(listed.has(name), `${name}, of ${path}`);
        count++;
      }
    assert.ok(count >= 18, String(count));
    const {dependencies} = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies))
      assert.ok(listed.has(`${name}@${version}`), name);
    for (const {name, licenses = [], hashes, purl} of libraries) {
      assert.equal(licenses.length, 1, name);
      assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
      assert.match(purl ?? '', /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
    }
  });

  it('S-12 has a list that conforms to the CycloneDX schema', () => {
    const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
    const schema = (file: string): object => JSON.parse(read(`${schemas}/${file}`)) as object;
    const address = (text: string): boolean => URL.canParse(text, 'https://a.example/');
    // The list contains no e-mail address and no timestamp, so that it is reproducible.
    const formats = {
      'iri-reference': address,
      uri: address,
      'idn-email': true,
      'date-time': true,
    } as const;
    const ajv = new Ajv({strict: false, allErrors: true, formats});
    // The schema refers to others by file name.
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
      const file = `${name}.SNAPSHOT.schema.json`;
      ajv.addSchema({...schema(file), $id: `http://cyclonedx.org/schema/${file}`});
    }
    const isValid = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
    isValid(sbom);
    assert.deepEqual(isValid.errors, null);
    const [first] = sbom.components;
    assert.equal(isValid({...sbom, components: [{...first, licence: 'MIT'}]}), false);
  });

  it('S-12 contains only licences that allow redistribution', () => {
    const FREE = [
      ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'],
      // Allows redistribution of unmodified files under their own licence (ical.js).
      'MPL-2.0',
    ];
    const others = libraries.filter(
      ({licenses = []}) =>
        !licenses.every(one => 'license' in one && FREE.includes(one.license.id)),
    );
    assert.deepEqual(
      others.map(({name, licenses}) => [name, licenses]).filter(([name]) => name !== 'entities'),
      [],
    );
  });

  it('S-12 can be self-hosted from one zip, with a checksum for each file', () => {
    const {version} = JSON.parse(read('package.json')) as {version: string};
    const files = unzipSync(readFileSync(join(dist, 'spass-widgets.zip')));
    const folder = `spass-widgets/${version}/`;
    const names = Object.keys(files).map(name => name.slice(folder.length));
    assert.ok(Object.keys(files).every(name => name.startsWith(folder)));
    for (const name of ['LICENSE', 'licences.txt', 'sbom.cdx.json', 'sri.json', 'spass-widgets.js'])
      assert.ok(names.includes(name), name);
    const sums = new TextDecoder().decode(files[`${folder}SHA256SUMS`]).trim().split('\n');
    const expected = names
      .filter(name => name !== 'SHA256SUMS')
      .sort()
      .map(name => {
        const bytes = files[folder + name] as Uint8Array;
        return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
      });
    assert.deepEqual(sums, expected);
  });

  it('S-12 has instructions in the zip, with the hash of each file that a page loads', () => {
    const {version} = JSON.parse(read('package.json')) as {version: string};
    const files = unzipSync(readFileSync(join(dist, 'spass-widgets.zip')));
    const folder = `spass-widgets/${version}/`;
    const text = new TextDecoder().decode(files[`${folder}LISEZMOI.txt`]);
    const loaded = [...text.matchAll(/(?:src|href)="[^"]*\/([\w.-]+)"\s+integrity="([^"]+)"/g)];
    assert.deepEqual(
      loaded.map(([, name]) => name),
      ['spass-widgets.css', 'spass-widgets.js'],
    );
    for (const [, name, hash] of loaded) {
      const bytes = files[`${folder}${name ?? ''}`] as Uint8Array;
      assert.equal(hash, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
    }
  });

  it('S-11 has a versioned URL in every guide, and nowhere one with "latest"', () => {
    for (const path of ['README.md', 'LISEZMOI.md', ...under('docs', /\.md$/)])
      assert.doesNotMatch(
        read(path),
        /[/@](?:latest|master|main|dev)\/(?:dist|cdn|spass)|\/latest\b/,
        path,
      );
    assert.match(read('docs/guide/heberger.md'), /\/spass-widgets\/\d+\.\d+\.\d+\//);
  });

  it('S-15 has a security policy: contact, response time and scope', () => {
    const text = read('SECURITY.md');
    for (const heading of [
      'Reporting a vulnerability',
      'Handling of a report',
      'Supported versions',
      'Scope',
      'Threat model',
      'Leaflet and CVE-2025-69993',
    ])
      assert.match(text, new RegExp(`^##+ ${heading}$`, 'm'));
    assert.match(text, /Report a vulnerability/);
    assert.match(text, /working days/);
    for (const [, id = ''] of text.matchAll(/\b(S-\d\d)\b/g))
      assert.match(read('docs/quality.md'), new RegExp(`^\\| ${id} \\|`, 'm'));
  });
});
