import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {drawQrCode} from '../../src/elements/parts/pictures/qr-code.js';
import {rasterize, readQrCode} from '../support/qr-code.js';

const ADDRESSES = {
  'a short address': 'https://s-pass.org/',
  'an address with filters and an anchor':
    'https://about.s-pass.org/projets?map.family=acteur&map.q=terril%20%26%20friche&page=2#liste',
  'the address of a test server': 'http://127.0.0.1:4173/carte.html',
  'an address in capitals': 'HTTPS://EXAMPLE.ORG/A',
  'an address of 900 characters': `https://example.org/?q=${'ab%20'.repeat(175)}`,
};

describe('the QR code of an address', () => {
  for (const [name, address] of Object.entries(ADDRESSES))
    it(`opens ${name}`, () => {
      const code = drawQrCode(address);
      assert.ok(code);
      assert.equal(readQrCode(rasterize(code.path, code.size)), new URL(address).href);
    });

  it('opens an address with accents, in the form that every telephone reads', () => {
    const code = drawQrCode('https://example.org/forêt de Mormal/été');
    assert.ok(code);
    assert.equal(
      readQrCode(rasterize(code.path, code.size)),
      'https://example.org/for%C3%AAt%20de%20Mormal/%C3%A9t%C3%A9',
    );
  });

  for (const [name, address] of Object.entries({
    'a file of the reader': 'file:///home/anne/page.html',
    'a page without an address': 'about:srcdoc',
    'a script': 'javascript:alert(1)',
    'an address that is none': 'http://[',
    'no address': '',
    'an address too long for a code that can be read': `https://example.org/${'é'.repeat(400)}`,
  }))
    it(`is left out for ${name}`, () => {
      assert.equal(drawQrCode(address), undefined);
    });

  it('leaves a light border of four modules, which scanners need', () => {
    const code = drawQrCode('https://s-pass.org/');
    assert.ok(code);
    const corners = [...code.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
      start: Number(x),
      end: Number(x) + Number(length),
      y: Number(y),
    }));
    assert.equal(Math.min(...corners.map(({start}) => start)), 4);
    assert.equal(Math.min(...corners.map(({y}) => y)), 4);
    assert.equal(Math.max(...corners.map(({end}) => end)), code.size - 4);
    assert.equal(Math.max(...corners.map(({y}) => y)), code.size - 5);
  });
});
