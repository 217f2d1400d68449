import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RateLimit} from '../../../portal/src/contributions/rate-limit.js';

describe('a rate limit per address', () => {
  it('allows a burst, then one request now and then', () => {
    let now = 0;
    const limit = new RateLimit({burst: 3, perSecond: 0.5}, () => now);
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limit.take('192.0.2.1')),
      [0, 0, 0, 2],
    );
    now += 2000;
    assert.equal(limit.take('192.0.2.1'), 0);
    assert.equal(limit.take('192.0.2.1'), 2);
    now += 3_600_000;
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limit.take('192.0.2.1')),
      [0, 0, 0, 2],
    );
  });

  it('counts different addresses separately', () => {
    const limit = new RateLimit({burst: 1, perSecond: 1}, () => 0);
    assert.equal(limit.take('192.0.2.1'), 0);
    assert.equal(limit.take('192.0.2.2'), 0);
    for (const spelling of ['::ffff:192.0.2.2', '::FFFF:c000:202', '0:0:0:0:0:ffff:c000:0202'])
      assert.equal(limit.take(spelling), 1, `the same in the words of IPv6: ${spelling}`);
  });

  it('counts an IPv6 network as one address', () => {
    const limit = new RateLimit({burst: 1, perSecond: 1}, () => 0);
    assert.equal(limit.take('2001:db8:0:1::5'), 0);
    assert.equal(limit.take('2001:db8:0:1:aaaa::6'), 1);
    assert.equal(limit.take('2001:0DB8:0000:0001:0:0:0:7'), 1, 'in full');
    assert.equal(limit.take('2001:db8:0:2::5'), 0);
    assert.equal(limit.take('::1'), 0);
  });

  it('grants nothing when the clock is set back', () => {
    let now = 10_000;
    const limit = new RateLimit({burst: 1, perSecond: 1}, () => now);
    limit.take('a');
    now = 0;
    assert.equal(limit.take('a'), 1);
  });
});
