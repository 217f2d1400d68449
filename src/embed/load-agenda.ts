/** The class of `<spass-agenda>`, fetched when the first one is on the page. */
export const loadAgenda = (): Promise<typeof import('../elements/agenda/agenda.js')> =>
  import('../elements/agenda/agenda.js');
