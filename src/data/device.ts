const DATABASE = 'spass-contribute';
const STORE = 'drafts';

/**
 * Runs a request on what is kept on this device; undefined where the browser refuses, as in a private window, and
 * where nothing was ever kept, unless it `begins` to be: to look leaves no trace.
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
      // Some frames may not even name it.
      fail();
    }
  });
}

/** What was kept under a name; undefined where there is nothing. */
export const readKept = async (name: string): Promise<unknown> =>
  (await onDevice(false, store => store.get(name) as IDBRequest<unknown>))?.result;

/** Keeps a value, in place of the one before; answers whether it is kept. */
export const keep = async (name: string, value: unknown): Promise<boolean> =>
  (await onDevice(true, store => store.put(value, name))) !== undefined;

export const forget = async (name: string): Promise<void> => {
  await onDevice(false, store => store.delete(name));
};
