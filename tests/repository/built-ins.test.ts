import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

/** Loops that also visit properties added to prototypes by old libraries and pages. */
const LOOP = /\bfor\s*\((?:(?:var|let|const)\s+)?[\w$]+\s+in\s/g;
const ARRAY_FROM = /(?<![\w$])Array\.from\(/g;
const ENTRIES_LOOP = /\bof [\w.#$]+\.entries\(\)\)/g;

/**
 * Known loops in built files: Leaflet reads a browser event with one; papaparse copies options, and sets headers that
 * nobody passes; ical.js copies own properties, and keys of recurrence rules, where inherited ones are inherited again;
 * sax numbers its states, copies namespaces, which nobody reads, and has a loop for browsers without Object.keys.
 */
const KNOWN_LOOPS: Readonly<Record<string, number>> = {
  'spass-map.js': 1,
  'spass-csv.js': 2,
  'spass-ics.js': 2,
  'spass-rss.js': 3,
  'spass-widgets.all.js': 8,
};

/**
 * Known uses of Array.from: ical.js reads the letters of vCard telephone numbers, which a calendar does not contain; uqr
 * fills its rows, and with another Array.from a page is printed without its QR code; Lit's `guard` copies arrays, which the
 * functions of Prototype.js and MooTools return as they are or copied.
 */
const KNOWN_ARRAY_FROM: Readonly<Record<string, number>> = {
  'spass-ics.js': 2,
  'spass-programme-timeline.js': 1,
  'spass-qr-code.js': 6,
  'spass-widgets.all.js': 9,
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('on pages that change built-ins', () => {
  it('F-09 no source iterates over keys by for…in, nor uses methods that Prototype.js and MooTools replace', () => {
    const files = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'}).filter(
      // The command line does not run in a page.
      name => name.endsWith('.ts') && !/^cli\b/.test(name),
    );
    assert.ok(files.length > 200);
    for (const name of files) {
      const code = readFileSync(join(root, 'src', name), 'utf8');
      for (const pattern of [LOOP, ARRAY_FROM, ENTRIES_LOOP])
        assert.equal(count(code, pattern), 0, name);
    }
  });

  it('F-09 no built file does, Leaflet’s loops included, except known ones', () => {
    const folder = join(root, 'dist/cdn');
    for (const name of readdirSync(folder).filter(file => file.endsWith('.js'))) {
      const code = readFileSync(join(folder, name), 'utf8');
      assert.equal(count(code, LOOP), KNOWN_LOOPS[name] ?? 0, `${name}: for…in`);
      assert.equal(count(code, ARRAY_FROM), KNOWN_ARRAY_FROM[name] ?? 0, `${name}: Array.from`);
    }
  });

  it('F-09 each of these would be detected', () => {
    assert.equal(count('for(var i in e)', LOOP) + count('for (const key in value)', LOOP), 2);
    assert.equal(count('Array.from(a); Float64Array.from(b)', ARRAY_FROM), 1);
    assert.equal(count('for (const [i, x] of list.entries()) {', ENTRIES_LOOP), 1);
  });
});
