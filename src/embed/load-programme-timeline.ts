/** The class of `<spass-programme-timeline>`, fetched when the first one is on the page. */
export const loadProgrammeTimeline = (): Promise<
  typeof import('../elements/programme-timeline/programme-timeline.js')
> => import('../elements/programme-timeline/programme-timeline.js');
