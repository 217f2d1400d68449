// Proximity join: places of one set within 500 m of places of another. pages/near/.

const METRES = 500;
/** Size of the sample of the first set for brute force; the total is extrapolated. */
const SAMPLE = 400;

const measures = {
  'in one go': 'ms',
  'in one go, main thread': 'ms',
  'in one go, blocked': 'ms',
  'in slices': 'ms',
  'in slices, main thread': 'ms',
  'in slices, blocked': 'ms',
};

/** Runs in a new page, since a second run is faster for all contestants. */
const join = (lab, who, [a, b, sample], isSliced) =>
  lab.visit('near/near.html', async bench => {
    const {page} = bench;
    await page.waitForFunction(() => globalThis.contest !== undefined);
    await page.evaluate(sizes => contest.prepare(...sizes), [a, b, sample]);
    const before = await bench.mainThread();
    const result = await page.evaluate(given => contest.join(...given), [who, METRES, isSliced]);
    return {...result, busy: (await bench.mainThread()) - before};
  });

/** Results by input. A contestant with a different result is excluded. */
const found = new Map();
const agree = (name, sizes, {pairs, metres}) => {
  const key = sizes.join();
  const known = found.get(key) ?? {pairs, metres};
  found.set(key, known);
  // Two formulas for the same arc differ by less than a millimetre.
  if (known.pairs !== pairs || Math.abs(known.metres - metres) > 1 + pairs / 1000)
    throw new Error(`${name} found ${pairs} pairs, and others ${known.pairs}, in ${key}`);
};

const contestant = (name, who, a, b) => ({
  name,
  async run(lab) {
    const atOnce = await join(lab, who, [a, b], false);
    const sliced = await join(lab, who, [a, b], true);
    agree(name, [a, b], atOnce);
    agree(name, [a, b], sliced);
    return {
      'in one go': atOnce.time,
      'in one go, main thread': atOnce.busy,
      'in one go, blocked': atOnce.blocked,
      'in slices': sliced.time,
      'in slices, main thread': sliced.busy,
      'in slices, blocked': sliced.blocked,
    };
  },
});

const bruteForce = (a, b) => ({
  name: `every pair (from ${SAMPLE}, reckoned up)`,
  async run(lab) {
    const sizes = [a, b, SAMPLE];
    const some = await join(lab, 'brute', sizes, false);
    agree('every pair', sizes, some);
    agree('ours', sizes, await join(lab, 'ours', sizes, false));
    return {'in one go': (some.time * a) / SAMPLE};
  },
});

const contest = (a, b) => ({
  name: `${a.toLocaleString('en')} × ${b.toLocaleString('en')}`,
  size: a,
  contestants: [
    contestant('ProximityJoin', 'ours', a, b),
    contestant('kdbush + haversine', 'kdbush', a, b),
    contestant('geokdbush', 'geokdbush', a, b),
    bruteForce(a, b),
  ],
});

export default {
  name: 'near',
  measures,
  growth: 'in one go',
  contests: quick =>
    (quick ? [4_107] : [1_000, 4_107, 15_000, 44_480]).map(a => contest(a, 44_480)),
};
