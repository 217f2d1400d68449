const DATABASE = 'spass-contribute';
const STORE = 'drafts';

/**
 * Runs an operation on the drafts stored in IndexedDB.
 *
 * @param create Creates the database if it does not exist; otherwise reading leaves no trace on the device.
 * @returns Undefined if the browser denies access, as in private windows, or if the database does not exist.
 */
function withDraftStore<T>(
  create: boolean,
  operation: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<{readonly result: T} | undefined> {
  return new Promise(resolve => {
    const fail = (): void => resolve(undefined);
    try {
      const openRequest = indexedDB.open(DATABASE, 1);
      openRequest.onupgradeneeded = () => {
        if (create) openRequest.result.createObjectStore(STORE);
        else openRequest.transaction?.abort();
      };
      openRequest.onerror = fail;
      openRequest.onblocked = fail;
      openRequest.onsuccess = () => {
        const database = openRequest.result;
        try {
          const transaction = database.transaction(STORE, 'readwrite');
          const request = operation(transaction.objectStore(STORE));
          transaction.oncomplete = () => {
            database.close();
            resolve({result: request.result});
          };
          transaction.onerror = transaction.onabort = () => {
            database.close();
            resolve(undefined);
          };
        } catch {
          database.close();
          fail();
        }
      };
    } catch {
      // Access to `indexedDB` itself throws in some frames.
      fail();
    }
  });
}

/** Returns the draft stored under a name, or undefined. */
export const getStoredDraft = async (name: string): Promise<unknown> =>
  (await withDraftStore(false, store => store.get(name) as IDBRequest<unknown>))?.result;

/** Stores a draft under a name, and returns true if it was stored. Replaces an earlier one. */
export const storeDraft = async (name: string, value: unknown): Promise<boolean> =>
  (await withDraftStore(true, store => store.put(value, name))) !== undefined;

export const deleteStoredDraft = async (name: string): Promise<void> => {
  await withDraftStore(false, store => store.delete(name));
};
