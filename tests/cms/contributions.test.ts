import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';
import {negotiateLanguage, receiptMessages} from '../../portal/src/contributions/messages.js';
import {validateContribution} from '../../portal/src/contributions/validate-contribution.js';
import {exifData, jpeg, png, riff, SECRETS, VP8L, webp} from '../support/pictures.js';
import {serializeChunk} from '../../portal/src/contributions/photos/png.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";

const LOAD = `namespace Spass\\Contributions;
require '${join(root, 'integrations/php/contributions/load.php')}';
$in = json_decode(stream_get_contents(STDIN), true);
`;

/** Runs PHP code with an input; returns its output, which is JSON. Warnings would make it invalid. */
function run(code: string, input: unknown, ...settings: readonly string[]): unknown {
  // Some hosts have no just-in-time compiler for patterns: a slow one then takes seconds.
  const options = [
    ...['error_reporting=-1', 'display_errors=1', 'memory_limit=128M', 'pcre.jit=0'],
    ...settings,
  ];
  const {status, stdout, stderr} = spawnSync(
    php!,
    [...options.flatMap(option => ['-d', option]), '-r', LOAD + code],
    {input: JSON.stringify(input), encoding: 'utf8'},
  );
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  return JSON.parse(stdout) as unknown;
}

/** Returns a JPEG picture of 100 million pixels that is said to have 64 behind its pixels. */
function jpegOfTwoSizes(): Buffer {
  const big = jpeg({width: 10_000, height: 10_000});
  const small = jpeg();
  const frame = small.indexOf(Buffer.of(0xff, 0xc0));
  return Buffer.concat([big.subarray(0, -2), small.subarray(frame, frame + 13), big.subarray(-2)]);
}

describe('a contribution in PHP', {skip}, () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const inputs = [
    '',
    'x',
    '[]',
    '{}',
    'null',
    '7',
    '"kind"',
    '{"kind":"idea","text":"\\ud83c\\udf33"}',
    `{"kind":"idea","text":"${'🌳'.repeat(2500)}"}`,
    `{"kind":"idea","text":"${'🌳'.repeat(2501)}"}`,
    `{"kind":"idea","text":"${'x'.repeat(40_000)}"}`,
    `{"kind":"idea","text":${nested(400)}}`,
    '{"kind":["idea"],"text":{"fr":["x"]},"geo":"Ors","name":{},"portal":[],"project":1.5}',
    '{"kind":"idea","text":{"fr":"  Un\\r\\nbanc\\u0007 ","nl":""},"name":"Léa\\nMartin","portal":7,"project":"ors"}',
    '{"kind":"idea","text":{"fr":"","nl":" "}}',
    '{"kind":"tree","geo":{"lat":0,"lon":0},"text":{"fr":""}}',
    '{"kind":"idea","text":null,"name":null}',
    '{"kind":"tree","geo":null}',
    '{"kind":"tree","geo":{"lat":"50","lon":3}}',
    '{"kind":"tree","geo":{"lat":50.5,"lon":-180.0}}',
    '{"kind":"tree","geo":{"lat":1e400,"lon":3}}',
    '{"kind":"place","geo":{"lat":true,"lon":3}}',
    '{"kind":"photo"}',
    '{"kind":"constructor","text":"x"}',
    '{"kind":"__proto__","text":"x"}',
    `{"kind":"${'x'.repeat(2000)}","text":"x"}`,
    `{"kind":"idea","text":"x","name":"${'n'.repeat(101)}","portal":"","project":"${'p'.repeat(1001)}"}`,
    '{"kind":"idea","text":"x","website":0,"id":"mine","state":"published","created":"1999"}',
    '{"kind":"idea","text":"x","website":"0","photos":[{"alt":["x"]},7,{"alt":" Le\\u0000pommier "},{"alt":"4"}]}',
    '{"kind":"idea","text":"x","photos":{"alt":"x"}}',
    `{"kind":"idea","text":"x${' '.repeat(40_000)}x","name":"x${' '.repeat(90)}x"}`,
    ...[
      'null',
      '7',
      '"LINESTRING(3 50, 4 51)"',
      '[]',
      '{}',
      '{"type":["LineString"],"coordinates":[[3,50],[4,51]]}',
      '{"type":"constructor","coordinates":[[3,50],[4,51]]}',
      '{"type":"Point","coordinates":[3,50]}',
      '{"type":"LineString","coordinates":{"0":[3,50],"1":[4,51]}}',
      '{"type":"LineString","coordinates":[[3,50]]}',
      '{"type":"LineString","coordinates":[[3,50,12],[-180.0,-90]],"bbox":[0,0,1,1]}',
      '{"type":"LineString","coordinates":[[3,50],[3,91]]}',
      '{"type":"LineString","coordinates":[[3,50],[3,null]]}',
      '{"type":"LineString","coordinates":[["3","50"],["4","51"]]}',
      '{"type":"LineString","coordinates":[[3,50],{"0":4,"1":51}]}',
      '{"type":"MultiLineString","coordinates":[[[3,50],[4,51]],[[3,50],[4,51.5]]]}',
      '{"type":"MultiLineString","coordinates":[]}',
      '{"type":"MultiLineString","coordinates":[[[3,50],[4,51]],7]}',
      '{"type":"Polygon","coordinates":[]}',
      '{"type":"Polygon","coordinates":[[]]}',
      '{"type":"Polygon","coordinates":[[[3,50],[4,51]]]}',
      '{"type":"Polygon","coordinates":[[[3,50],[4,51],[3.0,50]]]}',
      '{"type":"Polygon","coordinates":[[[3,50],[4,51],[5,50]]]}',
      '{"type":"Polygon","coordinates":[[[3,50],[4,51],[5,50],[3.0,50.0]],[[3.1,50.1],[4,50.5],[4,50.1]]]}',
      '{"type":"MultiPolygon","coordinates":[[[[3,50],[4,51],[5,50]]],[[[6,50],[7,51],[8,50]]]]}',
      '{"type":"MultiPolygon","coordinates":[[[3,50],[4,51],[5,50]]]}',
      JSON.stringify({type: 'LineString', coordinates: Array(500).fill([3.25, 50])}),
      JSON.stringify({type: 'LineString', coordinates: Array(501).fill([3.25, 50])}),
      JSON.stringify({
        type: 'LineString',
        coordinates: Array(400).fill([3, 50, '<é"\\/>'.repeat(9)]),
      }),
    ].map(geometry => `{"kind":"idea","text":"x","reply":"de l’équipe","geometry":${geometry}}`),
    '{"kind":"comment","text":"\\u00a0\\u2003\\ufeff"}',
  ];

  it('has the same valid fields and the same errors as in spass-portal, without a warning', () => {
    for (const lang of ['fr', 'de'])
      for (const photos of [0, 4]) {
        const found = run(
          `echo json_encode(array_map(function ($json) use ($in) {
            $one = Validation::validate($json, $in['photos'], Messages::of($in['lang']));
            return array((object) $one->record, $one->alts, $one->errors);
          }, $in['inputs']));`,
          {inputs, photos, lang},
        ) as [Record<string, unknown>, string[], {field: string; message: string}[]][];
        for (const [index, json] of inputs.entries()) {
          const expected = validateContribution(json, photos, receiptMessages(lang));
          const [record, alts, errors] = found[index] ?? [];
          const byField = (list: readonly {field: string}[] = []) =>
            [...list].sort((a, b) => (a.field < b.field ? -1 : 1));
          assert.deepEqual(byField(errors), byField(expected.errors), json.slice(0, 200));
          if (expected.errors.length > 0) continue;
          assert.deepEqual(record, expected.record, json.slice(0, 200));
          assert.deepEqual(
            alts,
            expected.alts.map(alt => alt ?? ''),
          );
        }
      }
  });

  it('is answered in the same language as by spass-portal', () => {
    const requests = [
      ['', ''],
      ['nl-BE', 'de'],
      ['xx', 'en-GB;q=0.5, de;q=0.8'],
      ['', 'it, nl;q=0, en;q=0.1'],
      ['', '*, de-AT'],
      ['<script>', ',;q=,fr;q=x'],
    ] as const;
    const found = run(
      'echo json_encode(array_map(function ($one) { return Messages::negotiate(...$one); }, $in));',
      requests,
    );
    assert.deepEqual(
      found,
      requests.map(([lang, accepted]) => negotiateLanguage(new URLSearchParams({lang}), accepted)),
    );
  });

  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  after(() => rmSync(folder, {recursive: true, force: true}));

  /** Returns the picture as PHP encodes it anew, or the reason for its refusal. */
  const decode = (bytes: Buffer, ...settings: readonly string[]) => {
    const path = join(folder, 'picture');
    writeFileSync(path, bytes);
    return run(
      `try {
        $one = Picture::decode((string) file_get_contents($in));
        echo json_encode(array('size' => "$one->extension $one->width $one->height", 'bytes' => base64_encode($one->bytes)));
      } catch (PictureError $error) { echo json_encode(array('reason' => $error->reason, 'millions' => $error->millions, 'peak' => getrusage()['ru_maxrss'])); }`,
      path,
      ...settings,
    ) as {size?: string; bytes?: string; reason?: string; millions?: number; peak?: number};
  };

  for (const [what, bytes, size] of [
    ['JPEG', jpeg(), 'jpg 8 8'],
    ['JPEG taken sideways', jpeg({orientation: 6}), 'jpg 8 8'],
    ['JPEG with a script after its end', jpeg({after: Buffer.from('<script>SECRET')}), 'jpg 8 8'],
    ['PNG taken sideways', png({width: 5, height: 4}), 'png 4 5'],
    ['WebP', webp(), 'webp 1 1'],
  ] as const)
    it(`loses its metadata: ${what}`, () => {
      const found = decode(bytes);
      assert.equal(found.size, size);
      const text = Buffer.from(found.bytes ?? '', 'base64').toString('latin1');
      for (const secret of [...SECRETS, 'Exif', 'GPS']) assert.ok(!text.includes(secret), secret);
    });

  it('turns a picture upright as browsers do', () => {
    // A picture of 2 by 3 pixels with one dark corner, for each orientation; the corner's place in the upright picture.
    const expected = {
      1: [0, 0],
      2: [1, 0],
      3: [1, 2],
      4: [0, 2],
      5: [0, 0],
      6: [2, 0],
      7: [2, 1],
      8: [0, 1],
    };
    for (const [orientation, place] of Object.entries(expected)) {
      const raw = Buffer.from([0, 0, 255, 0, 255, 255, 0, 255, 255]);
      const exif = serializeChunk('eXIf', exifData(Number(orientation)));
      const bytes = png({width: 2, height: 3, raw});
      // The picture's own orientation is replaced.
      const at = bytes.indexOf('eXIf') - 4;
      const end = at + 12 + bytes.readUInt32BE(at);
      const {bytes: found} = decode(
        Buffer.concat([bytes.subarray(0, at), exif, bytes.subarray(end)]),
      );
      const dark = run(
        `$image = imagecreatefromstring(base64_decode($in));
        for ($x = 0; $x < imagesx($image); $x++) for ($y = 0; $y < imagesy($image); $y++)
          if ((imagecolorat($image, $x, $y) & 255) < 100) echo json_encode(array($x, $y));`,
        found,
      );
      assert.deepEqual(dark, place, `orientation ${orientation}`);
    }
  });

  for (const [what, bytes, reason] of [
    ['nothing', Buffer.alloc(0), 'kind'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'kind'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
    [
      'PHP code that begins as a JPEG',
      Buffer.from('\xff\xd8\xff<?php echo 1;', 'latin1'),
      'damaged',
    ],
    ['half a JPEG', jpeg().subarray(0, 300), 'damaged'],
    ['half a PNG', png().subarray(0, 60), 'damaged'],
    ['a JPEG of a thousand scans', jpeg({scans: 1000}), 'damaged'],
    ['a moving PNG', png({chunks: [serializeChunk('acTL', Buffer.alloc(8))]}), 'moving'],
    [
      'a moving WebP',
      riff([
        ['ANIM', Buffer.alloc(6)],
        ['VP8L', VP8L],
      ]),
      'moving',
    ],
    ['a WebP of no chunk', riff([]), 'damaged'],
    ['a JPEG of 65,000 by 65,000 pixels', jpeg({width: 65_000, height: 65_000}), 'pixels'],
    [
      'a PNG of two thousand million pixels',
      png({width: 46_000, height: 46_000, raw: Buffer.alloc(9)}),
      'pixels',
    ],
  ] as const)
    it(`is refused: ${what}`, () => assert.equal(decode(bytes).reason, reason));

  it('is refused if the memory of PHP is too small for its pixels, with their number', () => {
    const big = jpeg({width: 4000, height: 3000});
    const {reason, millions} = decode(big, 'memory_limit=64M');
    assert.deepEqual({reason, millions}, {reason: 'pixels', millions: 6});
  });

  it('is refused before it is decoded if it states two sizes, of which the second is small', () => {
    const {reason, peak = 0} = decode(jpegOfTwoSizes());
    assert.equal(reason, 'damaged');
    assert.ok(peak < 200_000, `${peak} kB`);
  });
});
