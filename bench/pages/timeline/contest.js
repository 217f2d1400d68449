// What the bench calls in the page of a timeline.
import {countNodes, timedUntilQuiet} from '../clock.js';
import {makeProjects} from './projects.js';

/** `show` draws the projects, in the form that `form` makes of them before; `count` tells how many bars there are. */
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
