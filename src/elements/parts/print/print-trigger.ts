export {printStyles} from '../../../styles/print.styles.js';

/** Events of a reader who uses the page: some print it later. Pages that are only opened load no code for print. */
const FIRST_USE = ['scroll', 'pointerdown', 'keydown'] as const;

let isWatching = false;

const load = (isPrinting: boolean): void =>
  void import('./print-sheet.js').then(module => module.startPrintSheet(isPrinting), String);

const handleFirstUse = (event: Event): void => {
  for (const name of FIRST_USE) removeEventListener(name, handleFirstUse, true);
  const {ctrlKey, metaKey} = event as Partial<KeyboardEvent>;
  if (ctrlKey || metaKey) load(true);
  // Safari has no idle callbacks.
  else
    ('requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout)(() => {
      load(false);
    });
};

/**
 * Loads the code for print once the page is used, so that it is there when the browser prints, which does not wait.
 * Called by each view; the first call counts.
 *
 * @returns True: the view takes part in the preparation.
 */
export function preparePrint(): true {
  if (!isWatching) {
    isWatching = true;
    for (const name of FIRST_USE)
      addEventListener(name, handleFirstUse, {capture: true, passive: true});
    addEventListener(
      'beforeprint',
      () => {
        load(true);
      },
      {once: true},
    );
  }
  return true;
}
