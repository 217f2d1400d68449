import {whenIdle} from '../../../data/scheduling.js';
export {printStyles} from '../../../styles/print.styles.js';

/** Events of a reader who uses the page: some print it later. Pages that are only opened load no code for print. */
const FIRST_USE = ['scroll', 'pointerdown', 'keydown'] as const;

let isWatching = false;
let hasMap = false;

const load = (isPrinting: boolean): void =>
  void import('./print-sheet.js').then(module => module.startPrintSheet(isPrinting), String);

const loadWhenIdle = (): void => {
  whenIdle(() => {
    load(false);
  });
};

const handleFirstUse = (event: Event): void => {
  for (const name of FIRST_USE) removeEventListener(name, handleFirstUse, true);
  const {ctrlKey, metaKey} = event as Partial<KeyboardEvent>;
  if (ctrlKey || metaKey) load(true);
  else loadWhenIdle();
};

/** Loads what print needs, each time that the pointer leaves the page towards the menu of the browser. */
const handleLeave = ({clientY}: MouseEvent): void => {
  if (clientY <= 0) load(true);
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
    document.documentElement.addEventListener('mouseleave', handleLeave);
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

/**
 * Loads the code for print in idle time, for a map that is on the screen: its reader may print at once. Called with each
 * map; the first call counts.
 */
export function preparePrintOfMap(): void {
  if (hasMap) return;
  hasMap = true;
  loadWhenIdle();
}
