import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer as createPlainServer} from 'node:http';
import {createServer} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it, type TestContext} from 'node:test';
import {root} from '../../../scripts/setup.mjs';
import {listen} from '../../support/listen.js';

const folder = mkdtempSync(join(tmpdir(), 'spass-tls-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** Creates a certificate for 127.0.0.1 and its key, or returns undefined if openssl cannot create one. */
function certificate(name: string, ...dates: readonly string[]) {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert, ...dates], // prettier-ignore
      {stdio: 'ignore'},
    );
  } catch {
    return undefined;
  }
  return {path: cert, key: readFileSync(key), cert: readFileSync(cert)};
}

/** Address on this machine without a certificate. */
const insecure = {url: ''};

/** Returns the output of the command, run in a separate process that trusts this certificate, or none. */
async function runCheck(
  test: TestContext,
  made: NonNullable<ReturnType<typeof certificate>>,
  isTrusted: boolean,
) {
  const server = createServer(made, ({url}, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (url === '/local.csv') response.writeHead(302, {Location: insecure.url}).end();
    else if (url === '/down.json')
      response.writeHead(302, {Location: 'http://exemple.invalid/'}).end();
    else response.end('{"version":"1","portals":[]}');
  });
  const {url, close} = await listen(server);
  test.after(close);
  const plain = await listen(createPlainServer((_, response) => response.end('Titre\nSecret\n')));
  test.after(plain.close);
  insecure.url = plain.url;
  return (path = '/portail.json', command = 'check'): Promise<string> =>
    new Promise(resolve => {
      const [options, language] = command === 'check' ? [[command], '--lang'] : [['portal', command], '--messages']; // prettier-ignore
      const args = ['--import', 'tsx', 'src/tools/cli/main.ts', ...options, url + path, language, 'en']; // prettier-ignore
      const env = {...process.env, ...(isTrusted && {NODE_EXTRA_CA_CERTS: made.path})};
      execFile(process.execPath, args, {cwd: root, env}, (_, out, err) => resolve(out + err));
    });
}

const NO_OPENSSL = 'needs an openssl (3.4 or later for the one that is over) to make certificates';

describe('npx spass-widgets, over TLS', () => {
  it('shows how long a valid certificate lasts, and rejects a redirect to http', async t => {
    const made = certificate('good', '-days', '200');
    if (!made) return t.skip(NO_OPENSSL);
    const check = await runCheck(t, made, true);
    const said = await check();
    assert.match(said, /certificate valid for (?:199|200) more days, until \d{4}-\d\d-\d\d/);
    assert.doesNotMatch(said, /browsers refuse|ends in|ended on/);
    assert.match(await check('/down.json'), /redirects to an http address/);
  });

  it('is not left by a conversion, not even for this machine', async t => {
    const made = certificate('left', '-days', '200');
    if (!made) return t.skip(NO_OPENSSL);
    const run = await runCheck(t, made, true);
    const said = await run('/local.csv', 'from-csv');
    assert.match(said, /redirects to http:\/\/127\.0\.0\.1:\d+\/, which is not https/);
    assert.doesNotMatch(said, /Secret/);
  });

  it('warns of a certificate that expires soon', async t => {
    const made = certificate('soon', '-days', '10');
    if (!made) return t.skip(NO_OPENSSL);
    const check = await runCheck(t, made, true);
    assert.match(await check(), /the certificate expires in (?:9|10) days/);
  });

  it('reports a self-signed certificate, and still checks the data', async t => {
    const made = certificate('own', '-days', '200');
    if (!made) return t.skip(NO_OPENSSL);
    const said = await (await runCheck(t, made, false))();
    assert.match(said, /browsers refuse the certificate \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    assert.match(said, /portals: records read, 0/);
  });

  it('reports an expired certificate', async t => {
    const dates = ['-not_before', '20200101000000Z', '-not_after', '20200301000000Z'];
    const made = certificate('over', ...dates);
    if (!made) return t.skip(NO_OPENSSL);
    const said = await (await runCheck(t, made, false))();
    assert.match(said, /the certificate expired on 2020-03-01/);
  });
});
