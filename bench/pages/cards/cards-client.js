/** Custom search client, as documented by instantsearch.js, that loads our document. */
export const searchClient = {
  async search(requests) {
    const {portals} = await (await fetch('/data/portals.json')).json();
    const hits = portals.map(portal => ({...portal, objectID: String(portal.id)}));
    const answer = {hits, nbHits: hits.length, nbPages: 1, page: 0, hitsPerPage: 12, query: ''};
    return {results: requests.map(() => ({...answer, params: '', processingTimeMS: 1}))};
  },
};

/** Options of both variants of the library. */
export const hitsOptions = {
  container: '#hits',
  templates: {
    item: ({family, title, description, url}, {html}) =>
      html`<h3><a href=${url}>${title.fr}</a></h3>
        <p>${family}</p>
        <p>${description?.fr}</p>`,
  },
};
