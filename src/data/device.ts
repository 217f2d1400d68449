const DATABASE = 'spass-contribute';
const STORE = 'drafts';

/**
 * Runs an operation on the drafts stored in IndexedDB.
 *
 * @param create Creates the database if it does not exist; otherwise reading leaves no trace on the device.
 * @returns Undefined if the browser denies access, as in private windows, or if the database does not exist.
 */
function onDevice<T>(
  begins: boolean,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<{readonly result: T} | undefined> {
  return new Promise(resolve => {
    const fail = (): void => resolve(undefined);
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => {
        if (begins) opening.result.createObjectStore(STORE);
        else opening.transaction?.abort();
      };
      opening.onerror = fail;
      opening.onblocked = fail;
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const transaction = database.transaction(STORE, 'readwrite');
          const request = act(transaction.objectStore(STORE));
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
export const readKept = async (name: string): Promise<unknown> =>
  (await onDevice(false, store => store.get(name) as IDBRequest<unknown>))?.result;

/** Stores a draft under a name, and returns true if it was stored. Replaces an earlier one. */
export const keep = async (name: string, value: unknown): Promise<boolean> =>
  (await onDevice(true, store => store.put(value, name))) !== undefined;

/** Deletes the draft stored under a name. */
export const forget = async (name: string): Promise<void> => {
  await onDevice(false, store => store.delete(name));
};
