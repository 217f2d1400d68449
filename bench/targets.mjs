// Targets of the benchmarks, and the report of a complete run about them in HISTORY.md.

import {BASE} from './conditions.mjs';

const SC = 'leaflet + supercluster';
const FOLDED = 'folded once, then includes';
const VIS = 'vis-timeline';
const LIT = 'a least Lit element';
const base = BASE.toLocaleString('en');
const SLOW_LINE = 'a quarter of the speed, 1.6 Mbit/s, 150 ms';

/**
 * Upper bound of a ratio (with `peer`) or of a value (without). It applies to the rows of the title and measure, and
 * to rows of the same title with a condition.
 *
 * @typedef {{title: string; measure: string; peer?: string; most: number; unit?: string}} Target
 */

const ratio = (title, measure, peer, most) => ({title, measure, peer, most});
const value = (title, measure, most, unit = '') => ({title, measure, most, unit});

/** @type {readonly Target[]} */
export const TARGETS = [
  ratio('map 1,000', 'painted', SC, 1.1),
  ratio(`map ${base}`, 'painted', SC, 0.4),
  ratio('map 200,000', 'painted', SC, 0.2),
  ...['1,000', base].flatMap(count => [
    ratio(`map ${count}`, 'zoom step, main thread', SC, 1.2),
    value(`map ${count}`, 'zoom step, worst painted', 33, 'ms'),
    // One frame, whose length browsers round to 16.6 to 16.8 ms.
    value(`map ${count}`, 'drag, frame p95', 16.8, 'ms'),
    // Two frames.
    value(`map ${count}`, 'drag, worst frame', 33.4, 'ms'),
  ]),
  value(`map ${base}`, 'blocked', 0, 'ms'),
  value('map 200,000', 'blocked', 25, 'ms'),
  ratio(`map ${base}`, 'heap', SC, 0.3),
  value('million 1,000,000', 'painted', 100, 'ms'),
  value('million 1,000,000', 'requests for the first view', 10),
  value('million 1,000,000', 'bytes for the first view', 30, 'kB'),
  value(`list ${base}`, 'nodes in the page', 1_500),
  ratio(`list ${base}`, 'key, handler', FOLDED, 0.6),
  value(`list ${base}`, 'key, handler p95', 16, 'ms'),
  ratio(`list ${base}`, 'first draw, painted', FOLDED, 0.4),
  value(`list ${base}`, 'first draw, blocked', 0, 'ms'),
  ratio('timeline 586 bars', 'painted', VIS, 0.25),
  ratio('timeline 586 bars', 'main thread until quiet', VIS, 0.2),
  ratio('timeline 30 bars', 'painted', VIS, 0.3),
  ratio('timeline 30 bars', 'main thread until quiet', VIS, 0.25),
  value('timeline 586 bars', 'nodes a bar', 4.5),
  ratio('cards 12, as it is', 'last card painted', LIT, 1.2),
  ratio(`cards 12, ${SLOW_LINE}`, 'last card painted', LIT, 1.1),
  ratio(`cards 12, preloaded, ${SLOW_LINE}`, 'last card painted', LIT, 1),
  ratio('cards 12, prerendered fragment', 'last card painted', 'static HTML', 1.1),
  value('cards 12, prerendered fragment', 'layout shift', 0),
  ...['one document', 'a server'].map(name =>
    value(`twenty widgets ${name}`, 'interaction to next paint', 200, 'ms'),
  ),
  value('demo home', 'total blocking time', 300, 'ms'),
  ...['choosing families', 'zoom of the timeline', 'a key in the list'].map(action =>
    value('demo home', `${action}, to next paint`, 200, 'ms'),
  ),
  ratio('near 44,480 × 44,480', 'in one go', 'kdbush + haversine', 0.9),
  value(`document ${base}`, 'longest task', 50, 'ms'),
  ...['list', 'map', 'timeline'].flatMap(name => [
    value(`leak ${name}`, 'heap a time', 200, 'B'),
    value(`leak ${name}`, 'nodes a time', 0),
    value(`leak ${name}`, 'listeners a time', 0),
  ]),
  value('weight portal-cards', 'gzip', 30, 'kB'),
  value('weight resource-list', 'gzip', 45, 'kB'),
  // The first script, and 62 kB of widget and engine.
  value('weight project-map', 'gzip', 92, 'kB'),
];

const format = number =>
  number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(3)));

/** Returns the shares of the main thread's work, in per cent: `scripts 60, styles 10, layout 12, rest 18`. */
const describeWork = work => {
  if (!work) return '';
  const total = Object.values(work).reduce((sum, part) => sum + part, 0);
  return Object.entries(work)
    .map(([name, part]) => `${name} ${Math.round((100 * part) / total)}`)
    .join(', ');
};

/** Returns the rows that a target applies to: of its title, and of the title with a condition. */
const rowsOf = ({title, measure, peer}, rows) => {
  const found = rows.filter(
    ({name, peer: other}) =>
      name.endsWith(`: ${measure}`) &&
      [`${title}:`, `${title},`, `${title} `].some(start => name.startsWith(start)) &&
      (peer === undefined || other === peer),
  );
  if (peer) return found;
  // Without a peer there is a row for each one, all with our value. Of Firefox, only ratios count.
  return found.filter(
    ({name}, i) => !name.includes(', Firefox:') && found.findIndex(row => row.name === name) === i,
  );
};

/**
 * Returns a line for each target and condition: what was measured, met or missed, and where the main thread's time
 * goes.
 */
export function targetTable(rows, works = new Map()) {
  const lines = TARGETS.flatMap(target => {
    const {title, measure, peer, most, unit} = target;
    const found = rowsOf(target, rows);
    const limit = peer ? `≤ ${most} × ${peer}` : `≤ ${most}${unit && ` ${unit}`}`;
    if (found.length === 0) return [`| ${title}: ${measure} | – | | | ${limit} | not measured | |`];
    return found.map(({name, value: own, unit: rowUnit, peerValue, ratio: share}) => {
      const result = peer ? share : own;
      const isMet = result !== null && result <= most;
      const ownText = `${format(own)}${rowUnit && ` ${rowUnit}`}`;
      const theirs = peer ? format(peerValue) : '';
      const work = isMet ? '' : describeWork(works.get(name.slice(0, name.lastIndexOf(': '))));
      return `| ${name} | ${ownText} | ${theirs} | ${peer ? (share ?? '') : ''} | ${limit} | ${isMet ? 'met' : '**missed**'} | ${work} |`;
    });
  });
  return [
    '| measure | ours | theirs | ratio | target | | if missed: share of the main thread’s time, % |',
    '| --- | --: | --: | --: | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

const [START, END] = ['<!-- table of the last complete run -->', '<!-- end of the table -->'];

/** Returns the text of HISTORY.md with the table of this run in the place of the former one. */
export function withTable(history, table, summary) {
  const [before, rest = ''] = history.split(START);
  const after = rest.split(END).at(1);
  if (after === undefined) throw new Error(`HISTORY.md lacks “${START}” … “${END}”`);
  return `${before}${START}\n\n${summary}\n\n${table}\n\n${END}${after}`;
}
