import assert from 'node:assert/strict';
import type {IncomingMessage} from 'node:http';
import {describe, it} from 'node:test';
import {clientAddress, parseTrustedProxies} from '../../portal/src/http/client-address.js';
import {parseSettings, settingsHelp} from '../../portal/src/settings.js';

describe('a setting', () => {
  it('is a flag or a variable; the flag takes precedence, and an empty variable counts as absent', () => {
    const {settings, folder} = parseSettings(['./portail', '--port', '8080', '--demo'], {
      PORT: '9000',
      HOST: '',
      PUBLIC_URL: 'https://portail.example.fr/',
      DATA_DIR: ' /srv/data ',
    });
    assert.equal(folder, './portail');
    assert.equal(settings.port, 8080);
    assert.equal(settings.host, '127.0.0.1');
    assert.equal(settings.publicUrl, 'https://portail.example.fr');
    assert.equal(settings.dataDir, '/srv/data');
    assert.equal(settings.isDemo, true);
    assert.equal(settings.databaseUrl, undefined);
  });

  it('has no default for the data, and no demo addresses', () => {
    const {settings} = parseSettings([], {});
    assert.equal(settings.dataDir, undefined);
    assert.equal(settings.isDemo, false);
  });

  for (const [name, value] of [
    ['PUBLIC_URL', 'portail.example.fr'],
    ['PUBLIC_URL', 'https://portail.example.fr/carte?page=1'],
    ['PUBLIC_URL', 'https://jeanne:secret@portail.example.fr'],
    ['PUBLIC_URL', 'ftp://portail.example.fr'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['MODERATION_PASSWORD', 'court'],
    ['MESSAGES', 'es'],
    ['MAX_UPLOADS', '0'],
    ['UPLOAD_SECONDS', '1e3'],
  ] as const)
    it(`that makes no sense is refused by name and value: ${name}=${value}`, () => {
      assert.throws(
        () => parseSettings([], {[name]: value}),
        (error: Error) => error.message.startsWith(`${name} is "${value}", but should be `),
      );
    });

  it('that does not exist is refused', () => {
    assert.throws(() => parseSettings(['--public-ulr', 'https://x.example'], {}), /public-ulr/);
    assert.throws(() => parseSettings(['a', 'b'], {}), /"b"/);
  });

  it('is described in the help', () => {
    for (const name of ['public-url', 'data-dir', 'trust-proxy', 'demo'])
      assert.match(settingsHelp(), new RegExp(`--${name}\\b`));
  });
});

describe('the address of a client', () => {
  const address = (remoteAddress: string, forwarded: string | undefined, trusted: string) =>
    clientAddress(
      {
        socket: {remoteAddress},
        headers: {'x-forwarded-for': forwarded},
      } as unknown as IncomingMessage,
      parseTrustedProxies(trusted)!,
    );

  it('is that of the connection, unless the connection is from a trusted proxy', () => {
    assert.equal(address('192.0.2.1', '198.51.100.7', ''), '192.0.2.1');
    assert.equal(address('192.0.2.1', '198.51.100.7', '127.0.0.1'), '192.0.2.1');
    assert.equal(address('127.0.0.1', '198.51.100.7', '127.0.0.1'), '198.51.100.7');
    assert.equal(address('::ffff:127.0.0.1', '198.51.100.7', '127.0.0.1'), '198.51.100.7');
    assert.equal(address('127.0.0.1', undefined, '127.0.0.1'), '127.0.0.1');
  });

  it('cannot be chosen by the client', () => {
    assert.equal(address('127.0.0.1', '1.2.3.4, 198.51.100.7', '127.0.0.1'), '198.51.100.7');
    assert.equal(
      address('127.0.0.1', '198.51.100.7, 10.1.2.3', '127.0.0.1,10.0.0.0/8'),
      '198.51.100.7',
    );
    assert.equal(address('127.0.0.1', '198.51.100.7, unknown', '127.0.0.1'), '127.0.0.1');
    assert.equal(address('127.0.0.1', '', '127.0.0.1'), '127.0.0.1');
  });

  it('may be written with a port, and in IPv6', () => {
    assert.equal(address('::1', '198.51.100.7:5678', '::1'), '198.51.100.7');
    assert.equal(address('::1', '[2001:db8::5]:443', '::1'), '2001:db8::5');
    assert.equal(address('fd00::3', '2001:db8::5', 'fd00::/8'), '2001:db8::5');
  });
});
