import {emulateMedia, executeServerCommand} from '@web/test-runner-commands';

/** Requests a medium, and asserts in Chromium that it is there. Returns false in engines that cannot emulate it. */
async function emulate(query: string, request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request();
  } catch (error) {
    if (/Chrome\//.test(navigator.userAgent)) throw error;
    return false;
  }
  if (!matchMedia(query).matches) throw new Error(`not ${query}`);
  return true;
}

export const emulatePrint = (): Promise<boolean> =>
  emulate('print', () => emulateMedia({media: 'print'}));

export const emulateForcedColors = (): Promise<boolean> =>
  emulate('(forced-colors: active)', () =>
    executeServerCommand('forced-colors', {value: 'active'}),
  );

/** Returns to the screen, without forced colours. */
export async function restoreMedia(): Promise<void> {
  if (matchMedia('print').matches) await emulateMedia({media: 'screen'});
  if (matchMedia('(forced-colors: active)').matches)
    await executeServerCommand('forced-colors', {value: 'none'});
}
