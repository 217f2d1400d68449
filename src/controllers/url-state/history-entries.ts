/**
 * Kind of history entry for a change of the URL: `replace` changes the current entry, `choice` adds one or changes the
 * one of a choice just before, `page` always adds one, and `dialog` adds one that closing the dialog removes again.
 */
export type HistoryEntry = 'replace' | 'choice' | 'page' | 'dialog';

/** Choices within this time of the previous one replace its entry, in milliseconds. */
const MERGE_MS = 1000;

/** URL and time of the last choice. Later changes of the same entry update the URL. */
let lastChoice: {url: string; time: number} | undefined;
/** URL of the entry that a dialog has added, and the length of the history since then. */
let dialogEntry: {url: string; length: number} | undefined;
let isReturning = false;

/** True while the browser goes back from the entry of a closed dialog: until `popstate`, no entry can be changed. */
export const isReturningFromDialog = (): boolean => isReturning;

/** Ends the way back from the entry of a closed dialog. Returns false for any other `popstate`. */
export function endReturnFromDialog(): boolean {
  const wasReturning = isReturning;
  isReturning = false;
  return wasReturning;
}

/** Changes the URL of the page. The state that the page keeps in the history is preserved. */
export function writeUrl({href}: URL, entry: HistoryEntry): void {
  const current = location.href;
  if (href === current) return;
  const time = performance.now();
  const choice = lastChoice?.url === current ? lastChoice : undefined;
  const isMerged = entry === 'choice' && choice && time - choice.time < MERGE_MS;
  try {
    if (entry === 'replace' || isMerged) history.replaceState(history.state, '', href);
    else history.pushState(history.state, '', href);
  } catch {
    // Sandboxed and `data:` pages cannot change their URL.
    return;
  }
  if (entry === 'choice') lastChoice = {url: href, time};
  else if (entry === 'replace' && choice) choice.url = href;
  if (entry === 'dialog') dialogEntry = {url: href, length: history.length};
}

/** Changes the URL after a dialog was closed, and goes back if the current entry is the one that the dialog added. */
export function closeDialogEntry(url: URL): void {
  const {href} = location;
  // A dialog opened by the URL has no entry of its own. Another length means that the page has added entries.
  const isOnTop = dialogEntry?.url === href && dialogEntry.length === history.length;
  dialogEntry = undefined;
  writeUrl(url, 'replace');
  if (!isOnTop || location.href === href) return;
  isReturning = true;
  history.back();
}
