import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {contrast, legibleOn} from '../../src/model/colours.js';

const colour = fc.integer({min: 0, max: 0xffffff}).map(n => `#${n.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('follows WCAG', () => {
    assert.equal(contrast('#ffffff', '#000000').toFixed(1), '21.0');
    assert.equal(contrast('#777777', '#FFFFFF').toFixed(2), '4.48');
  });
});

describe('legibleOn', () => {
  it('returns a legible colour unchanged', () => {
    assert.equal(legibleOn('#ffffff', '#8a2432'), '#8a2432');
    assert.equal(legibleOn('#12181b', '#f0a878'), '#f0a878');
  });

  it('makes any colour legible on the backgrounds of light and dark pages, with the smallest change', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom('#ffffff', '#12181b'), (given, ground) => {
        const moved = legibleOn(ground, given);
        assert.ok(contrast(moved, ground) >= 4.5, `${given} became ${moved}`);
        if (contrast(given, ground) < 4) assert.ok(contrast(moved, ground) < 5.6, moved);
      }),
    );
  });
});
