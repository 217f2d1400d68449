// Functions that the benchmark calls in the page of a timeline.
import {countNodes, timedUntilQuiet} from '../clock.js';
import {makeProjects} from './projects.js';

/** `show` renders the projects, converted before by `form`; `count` returns the number of bars. */
export function compete({form = projects => projects, show, count}) {
  let projects;
  globalThis.contest = {
    async prepare(number) {
      projects = await form(makeProjects(number));
    },
    show: () =>
      timedUntilQuiet(
        () => show(projects),
        () => count() >= projects.length,
      ),
    nodes: () => countNodes(),
    bars: () => count(),
  };
}
