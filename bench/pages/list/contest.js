// Functions that the benchmark calls in the page of a list.
import {countNodes, timed, timedUntilQuiet} from '../clock.js';
import {fold, makeResources, textOf, TYPED} from './records.js';

/** Returns each state of the search field while typing, with the number of matching records. */
const keysFor = records => {
  const texts = records.map(record => fold(textOf(record)));
  const keys = TYPED.flatMap(typed => {
    const letters = [...typed].map((_, i) => typed.slice(0, i + 1));
    return [...letters, ...letters.slice(0, -1).reverse().slice(0, 2), ''];
  });
  return keys.map(key => {
    const words = fold(key).split(' ').filter(Boolean);
    return {key, count: texts.filter(text => words.every(word => text.includes(word))).length};
  });
};

/**
 * `show` renders all records; `count` returns the displayed number of matches; `type` is the handler of the search
 * field, and `focus` what happens when a reader enters it, some time before the first key. `finds` is 'substrings', or the search method of the contestant, whose results are then not checked.
 */
export function compete({show, count, type, focus = () => undefined, finds = 'substrings'}) {
  let records;
  let keys;
  let condition = {};
  globalThis.contest = {
    prepare(number, given = {}) {
      condition = given;
      records = makeResources(number, condition);
      keys = keysFor(records);
    },
    show: () =>
      timedUntilQuiet(
        () => show(records, condition),
        () => count() === records.length,
      ),
    async type() {
      await timedUntilQuiet(focus, () => true);
      const times = [];
      let before = records.length;
      for (const {key, count: wanted} of keys) {
        // If the number of matches does not change, the end of the update cannot be detected.
        const isMeasured = finds !== 'substrings' || wanted !== before;
        const isThere = () => finds !== 'substrings' || count() === wanted;
        const time = await timed(() => type(key), isThere).catch(({message}) => {
          throw new Error(`${message}: ${count()} for "${key}", and not ${wanted}`);
        });
        if (isMeasured) times.push(time);
        before = wanted;
      }
      return times;
    },
    nodes: () => countNodes().nodes,
  };
}
