/** Replaces the query of the page's URL, as a page of its own does. */
export const navigate = (search: string): void =>
  history.replaceState({mine: 1}, '', `${search}#ici`);

/** Returns the query and the fragment of the page's URL, decoded. */
export const currentUrl = (): string => decodeURIComponent(location.search) + location.hash;
