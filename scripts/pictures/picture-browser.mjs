// Chromium for pictures that people look at: with Noto (Debian's fonts-noto-core), as on Android. By default Chromium
// takes Liberation for `serif` and `sans-serif`, which few visitors have.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {findChromium, root} from '../setup.mjs';

/** Rule of fontconfig that replaces a font. */
const replace = (font, by) =>
  `<match target="pattern"><test name="family"><string>${font}</string></test><edit name="family" mode="assign" binding="same"><string>${by}</string></edit></match>`;

export const launchForPictures = () => {
  const file = join(root, '.cache/fonts.conf');
  mkdirSync(join(root, '.cache'), {recursive: true});
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${replace('Times New Roman', 'Noto Serif')}${replace('Arial', 'Noto Sans')}</fontconfig>`,
  );
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
    env: {...process.env, FONTCONFIG_FILE: file},
  });
};
