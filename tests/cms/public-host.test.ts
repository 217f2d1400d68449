import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {findProgram, root} from '../../scripts/setup.mjs';
import {listen} from '../support/listen.js';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli and php-curl.";

/** Runs PHP code with the class, and with the look-ups of the first argument instead of those of the machine. */
async function run(code: string, ...args: readonly unknown[]): Promise<unknown> {
  const program = `
    namespace Spass;
    function gethostbynamel($host) { return json_decode($GLOBALS['argv'][1], true)[$host] ?? false; }
    require '${join(root, 'integrations/php/class-public-host.php')}';
    $given = json_decode($argv[2], true);
    ${code}`;
  const strict = ['-d', 'error_reporting=-1', '-d', 'display_errors=1'];
  const json = args.map(value => JSON.stringify(value));
  const {stdout} = await promisify(execFile)(php!, [...strict, '-r', program, '--', ...json]);
  return JSON.parse(stdout) as unknown;
}

const addressesOf = (lookups: Readonly<Record<string, readonly string[]>>, hosts: unknown) =>
  run(`echo json_encode(array_map([PublicHost::class, 'address'], $given));`, lookups, hosts);

describe('hosts that the plugins request', {skip}, () => {
  it('have an address of the internet', async () => {
    const lookups = {'api.example.fr': ['93.184.216.34', '8.8.8.8'], '1.1.1.1': ['1.1.1.1']};
    assert.deepEqual(await addressesOf(lookups, ['api.example.fr', '1.1.1.1']), [
      '93.184.216.34',
      '1.1.1.1',
    ]);
  });

  it('have no local address, in any notation', async () => {
    const local = ['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254']
      .concat('172.31.255.255', '192.0.0.8', '192.168.1.1', '198.19.0.1', '224.0.0.1')
      .concat('255.255.255.255');
    const lookups = {
      ...Object.fromEntries(local.map(address => [address, [address]])),
      'two.example': ['93.184.216.34', '127.0.0.1'],
      '2130706433': ['127.0.0.1'],
      '0x7f.1': ['127.0.0.1'],
      '１２７.０.０.１': ['93.184.216.34'],
      'localhost.': ['93.184.216.34'],
      '[::1]': ['93.184.216.34'],
      '': ['93.184.216.34'],
    };
    const hosts = [...Object.keys(lookups), 'unknown.example'];
    assert.deepEqual(
      await addressesOf(lookups, hosts),
      hosts.map(() => null),
    );
  });

  it('are connected to by the address that was checked, without another look-up', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.host);
      response.end('Bonjour');
    });
    const {url, close} = await listen(server);
    // A name that no look-up finds.
    const named = url.replace('127.0.0.1', 'api.example');
    try {
      const body = await run(
        `$handle = curl_init($given);
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        PublicHost::connect_to($handle, '127.0.0.1');
        echo json_encode(curl_exec($handle));`,
        {},
        named,
      );
      assert.equal(body, 'Bonjour');
      assert.deepEqual(asked, [new URL(named).host]);
    } finally {
      await close();
    }
  });
});
