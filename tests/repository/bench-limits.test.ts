import assert from 'node:assert/strict';
import {once} from 'node:events';
import {describe, it} from 'node:test';
import {runUntil, runWithin, startNode} from '../../bench/limits.mjs';

/** Program that never ends. */
const ENDLESS = ['--eval', 'setInterval(() => {}, 1000)'];
const pending = () => new Promise<never>(() => undefined);

describe('a benchmark that does not end', () => {
  it('is reported as failed, and its processes are ended', async () => {
    const limit = new AbortController();
    const child = startNode(ENDLESS, {stdio: 'ignore'});
    const run = runUntil(pending, limit.signal);
    limit.abort(new Error('not ended'));
    await assert.rejects(run, /not ended/);
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
  });

  it('leaves the next one a new browser', async () => {
    const events: string[] = [];
    const restart = async () => void events.push('restarted');
    await assert.rejects(runWithin(pending, 0, restart), /not ended after 0.0 minutes/);
    assert.deepEqual(events, ['restarted']);
  });

  it('is not confused with one that fails by itself', async () => {
    const events: string[] = [];
    const fail = () => Promise.reject(new Error('no such page'));
    const restart = async () => void events.push('restarted');
    await assert.rejects(runWithin(fail, 1, restart), /no such page/);
    assert.deepEqual(events, []);
  });

  it('leaves no process behind when it ends in time either', async () => {
    const child = startNode(ENDLESS, {stdio: 'ignore'});
    assert.equal(await runUntil(async () => 1, new AbortController().signal), 1);
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
  });
});
