import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {LoadController} from '../../../src/controllers/load-controller.js';

describe('a load with changing queries', () => {
  it('F-03 never shows the result of an older query, in any order of responses', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(4), {minLength: 1, maxLength: 8}),
        fc.boolean(),
        async (s, questions, obeys) => {
          let asked = -1;
          const host = {addController() {}, removeController() {}, requestUpdate() {}};
          // A source that ignores the signal still returns a result.
          const answer = s.scheduleFunction(async (question: number) => question);
          const load = new LoadController<readonly [number], number>(
            {...host, updateComplete: Promise.resolve(true)},
            {
              args: () => [asked],
              load: async ([question], signal) => {
                const value = await answer(question);
                if (obeys) signal.throwIfAborted();
                return value;
              },
            },
          );
          const look = (): void => {
            const {state} = load;
            if (state.status === 'ready') assert.equal(state.value, asked);
            assert.notEqual(state.status, 'failed');
          };
          for (const question of questions) {
            asked = question;
            load.hostUpdate();
            look();
            if (s.count() > 1) await s.waitNext(1);
            await new Promise(setImmediate);
            look();
          }
          await s.waitIdle();
          await Promise.all(load.pending);
          look();
          assert.equal(load.state.status, 'ready');
        },
      ),
      {numRuns: 200, seed: 3},
    );
  });
});
