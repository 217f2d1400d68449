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
    executeServerCommand('media-features', {'forced-colors': 'active'}),
  );

/** Asks for more contrast, with or without forced colours. */
export const emulateMoreContrast = (forcedColors: 'active' | 'none' = 'none'): Promise<boolean> =>
  emulate('(prefers-contrast: more)', () =>
    executeServerCommand('media-features', {
      'prefers-contrast': 'more',
      'forced-colors': forcedColors,
    }),
  );

/** Returns to the screen, without forced colours and with the usual contrast. */
export async function restoreMedia(): Promise<void> {
  if (matchMedia('print').matches) await emulateMedia({media: 'screen'});
  if (matchMedia('(forced-colors: active), (prefers-contrast: more)').matches)
    await executeServerCommand('media-features', {
      'forced-colors': 'none',
      'prefers-contrast': 'no-preference',
    });
}
