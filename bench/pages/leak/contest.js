// What the bench calls in a page that shows something and takes it away again.
import {makeResources} from '../list/records.js';
import {makeRecords} from '../map/points.js';
import {makeProjects, PROGRAMMES} from '../timeline/projects.js';

export const records = {
  list: makeResources(30),
  map: makeRecords(30),
  timeline: makeProjects(30),
  programmes: PROGRAMMES,
};

/** `kinds`: by name, what puts it into the page and answers what takes it out again. */
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
