// Functions that the benchmark calls in a page that shows and removes content.
import {makeResources} from '../list/records.js';
import {makeRecords} from '../map/points.js';
import {makeProjects, PROGRAMMES} from '../timeline/projects.js';

export const records = {
  list: makeResources(30),
  map: makeRecords(30),
  timeline: makeProjects(30),
  programmes: PROGRAMMES,
};

/** `kinds`: functions by name that insert content into the page and return a function that removes it. */
export function compete(kinds) {
  let show;
  globalThis.contest = {
    prepare(kind) {
      show = kinds[kind];
    },
    async cycle(times) {
      for (let i = 0; i < times; i++) (await show())();
    },
  };
}
