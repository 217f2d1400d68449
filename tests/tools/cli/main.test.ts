import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const TSX = import.meta.resolve('tsx');
const MAIN = join(root, 'src/tools/cli/main.ts');
const PORTAL = join(root, 'portal/src/main.ts');

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-'));
  await mkdir(join(folder, 'tableaux.csv'));
  await writeFile(join(folder, 'bon.csv'), `Titre\n${'Halle\n'.repeat(20_000)}`);
  await writeFile(join(folder, 'vide.csv'), 'Titre\n');
  await writeFile(join(folder, 'été 100 %.csv'), 'Titre\nHalle\n');
});
after(() => rm(folder, {recursive: true}));

/** Runs a line of a shell in the folder. */
async function runLine(line: string) {
  const command = `spass() { ${process.execPath} --import ${TSX} ${MAIN} "$@"; }
portail() { ${process.execPath} --import ${TSX} ${PORTAL} "$@"; }
${line}`;
  const child = spawn('bash', ['-o', 'pipefail', '-c', command], {cwd: folder});
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number];
  return {code, out: await out, err: await err};
}

describe('the result of a command', () => {
  it('replaces a file only as a whole', async () => {
    const path = join(folder, 'portail.json');
    assert.equal(
      (await runLine("spass portal from-csv 'été 100 %.csv' --out portail.json")).code,
      0,
    );
    const good = await readFile(path, 'utf8');
    assert.match(good, /Halle/);
    const failed = await runLine('spass portal from-csv vide.csv --out portail.json');
    assert.deepEqual(failed, {code: 1, out: '', err: 'vide.csv: no records found\n'});
    assert.equal(await readFile(path, 'utf8'), good);
    const before = await readdir(folder);
    for (const out of ['tableaux.csv', 'nulle-part/portail.json']) {
      const {code, err} = await runLine(`spass portal from-csv 'été 100 %.csv' --out ${out}`);
      assert.equal(code, 1);
      assert.match(err, new RegExp(`^spass-widgets portal: ${out} is not written: E[A-Z]+: .*\n$`));
    }
    assert.deepEqual(await readdir(folder), before);
  });

  it('may be cut by its reader', async () => {
    const {code, out, err} = await runLine('spass portal from-csv bon.csv | head -n 1');
    assert.deepEqual(
      {code, out, err},
      {code: 0, out: '{\n', err: '20000 records, 0 errors, 0 warnings\n'},
    );
  });

  it('that a full disk cuts is an error in one sentence', async () => {
    const {code, err} = await runLine('spass portal from-csv bon.csv > /dev/full');
    assert.equal(code, 1);
    assert.match(err, /^spass-widgets: the result could not be written completely: ENOSPC.*$/m);
    assert.doesNotMatch(err, /^\s+at /m);
  });
});

/** Sets the title of a terminal, and deletes what it shows. */
const ESCAPES = '\u001b]0;x\u0007\u001b[2J\u009b1A';

describe('an input of a command', () => {
  for (const command of ['spass portal from-json liste.json', 'portail publish portail'])
    it(`does not reach the terminal with its control characters: ${command}`, async () => {
      const record = {id: 'a', title: 'A', url: `java${ESCAPES}script:x`};
      await mkdir(join(folder, 'portail'), {recursive: true});
      await writeFile(join(folder, 'liste.json'), JSON.stringify([record]));
      const csv = `id;titre;type;date\na;A;document;${ESCAPES}2026-99\n`;
      await writeFile(join(folder, 'portail', 'ressources.csv'), csv);
      const {err} = await runLine(command);
      assert.match(err, /\ufffd/);
      assert.doesNotMatch(err, /[^\P{Cc}\n\t]/u);
    });

  it('may not be a folder', async () => {
    const {code, err} = await runLine('spass portal from-csv tableaux.csv');
    assert.deepEqual(
      {code, err},
      {code: 1, err: 'spass-widgets portal: tableaux.csv is a folder: name a file\n'},
    );
  });
});
