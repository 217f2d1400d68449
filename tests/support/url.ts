/** Replaces the query of the page's URL, as a page of its own does. */
export const navigate = (search: string): void =>
  history.replaceState({mine: 1}, '', `${search}#ici`);

/** Returns the query and the fragment of the page's URL, decoded. */
export const currentUrl = (): string => decodeURIComponent(location.search) + location.hash;

let pushes = 0;
const {pushState} = History.prototype;
History.prototype.pushState = function (...args) {
  pushes++;
  pushState.apply(this, args);
};

/** Returns the number of history entries added so far. `history.length` does not grow beyond 50. */
export const pushCount = (): number => pushes;
