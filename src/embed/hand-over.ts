import {currentScript} from './current-script.js';
import {PART_EVENT} from './part-event.js';

/** Gives a part's exports to the script that asked for it: it listens on the part's own element. */
export const handOver = (exports: object): void => {
  currentScript()?.dispatchEvent(new CustomEvent(PART_EVENT, {detail: exports}));
};
