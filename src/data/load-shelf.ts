/** What filters, sorts and counts a complete collection, fetched when a question first asks for any of that. */
export const loadShelf = (): Promise<typeof import('../model/shelf.js')> =>
  import('../model/shelf.js');
