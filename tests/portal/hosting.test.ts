import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';
import {parseSettings, settingsHelp} from '../../portal/src/settings.js';

const hosting = join(root, 'portal/hosting');
const read = (name: string): string => readFileSync(join(hosting, name), 'utf8');

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'hosting-'))));
after(() => rm(folder, {recursive: true, force: true}));

/** Runs a program; throws with its messages if it fails. */
const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

const needs = (...names: string[]) => {
  const program = findProgram(names);
  return {program: program ?? '', skip: program ? false : `needs ${names[0]}`};
};

describe('an example of hosting', () => {
  const systemd = needs('systemd-analyze');
  it('for systemd is a valid unit', {skip: systemd.skip}, () => {
    run(systemd.program, 'verify', '--man=no', join(hosting, 'spass-portal.service'));
  });

  it('for systemd has settings that the server knows', () => {
    const lines = [...read('spass-portal.service').matchAll(/^Environment=(\w+)=(.*)$/gm)];
    const environment = Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
    const {settings} = parseSettings([], environment);
    assert.equal(settings.publicUrl, environment['PUBLIC_URL']);
    assert.equal(settings.dataDir, environment['DATA_DIR']);
    assert.ok(settings.trustProxy.check('127.0.0.1'));
    for (const name of Object.keys(environment))
      assert.ok(settingsHelp().includes(name.toLowerCase().replaceAll('_', '-')), name);
  });

  const nginx = needs('nginx', '/usr/sbin/nginx');
  const openssl = needs('openssl');
  it('for nginx is accepted by nginx', {skip: nginx.skip || openssl.skip}, async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    run(
      openssl.program,
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-keyout', key, '-out', certificate, '-subj', '/CN=portail.exemple.fr'],
    );
    const server = read('nginx.conf')
      .replace(/(?<=ssl_certificate ).*(?=;)/, certificate)
      .replace(/(?<=ssl_certificate_key ).*(?=;)/, key);
    const file = join(folder, 'nginx.conf');
    await writeFile(
      file,
      `pid ${folder}/nginx.pid; error_log stderr; events {} http { access_log off;\n${server}\n}`,
    );
    run(nginx.program, '-t', '-c', file, '-p', folder);
  });

  const caddy = needs('caddy');
  it('for Caddy is accepted by Caddy', {skip: caddy.skip}, () => {
    run(caddy.program, 'adapt', '--config', join(hosting, 'Caddyfile'), '--adapter', 'caddyfile');
  });

  it('for a container has known instructions, and commands that exist', async () => {
    const lines = read('Containerfile')
      .replace(/^#.*\n/gm, '')
      .replace(/\\\n/g, ' ')
      .split('\n')
      .filter(Boolean);
    const known = /^(?:FROM|WORKDIR|COPY|RUN|USER|ENV|VOLUME|EXPOSE|CMD) \S/;
    for (const line of lines) assert.match(line, known);
    assert.match(lines[0] ?? '', /^FROM node:22-slim AS build$/);
    const command = lines.findLast(line => line.startsWith('CMD '));
    assert.equal((JSON.parse(command?.slice(4) ?? '') as string[])[0], 'spass-portal');
    const {scripts} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, name = ''] of lines.join('\n').matchAll(/npm run ([\w:]+)/g))
      assert.ok(scripts[name], name);
    const {name, version, bin} = JSON.parse(
      await readFile(join(root, 'portal/package.json'), 'utf8'),
    ) as {name: string; version: string; bin: Record<string, string>};
    assert.ok(read('Containerfile').includes(`/tmp/${name}-${version}.tgz`));
    assert.ok(existsSync(join(root, 'portal', bin[name] ?? '')));
  });
});
