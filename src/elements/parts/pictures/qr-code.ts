import {html, nothing, type TemplateResult} from 'lit';
import {encode} from 'uqr';
import type {LocalizeController} from '../../../controllers/localize-controller.js';

/** Width of the light border that scanners need, in modules (ISO/IEC 18004, 6.3.8). */
const BORDER = 4;
/** Version with 117 modules a side: in print at 3 cm, smaller modules are too small for most cameras. */
const MAX_VERSION = 25;

/** Drawing of a QR code. The unit is one module, the border included. */
export interface QrCode {
  readonly size: number;
  /** SVG path of the dark modules. */
  readonly path: string;
}

/** Draws the QR code of a web address; undefined if it is not one, or longer than a readable code can contain. */
export function drawQrCode(address: string): QrCode | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  try {
    const options = {ecc: 'M', boostEcc: true, border: BORDER, maxVersion: MAX_VERSION} as const;
    // The canonical form is ASCII: scanners disagree on the encoding of other characters.
    const {data, size} = encode(new URL(address).href, options);
    return {size, path: data.map(pathOfRow).join('')};
  } catch {
    return undefined;
  }
}

/** Returns a rectangle for each run of dark modules: fewer nodes than one for each module, and no hairlines between. */
function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}

/**
 * Renders the QR code of a web address, with the address as text alternative; nothing if it has none. Dark on light in
 * each colour scheme, since many scanners do not read the inverse. The class `qr-code` sets its size.
 */
export const renderQrCode = (
  address: string,
  {messages}: Pick<LocalizeController<'qrCode'>, 'messages'>,
): TemplateResult | typeof nothing => {
  const code = drawQrCode(address);
  return code
    ? html`<svg
        class="qr-code"
        role="img"
        aria-label=${messages.qrCodeOf(address)}
        viewBox="0 0 ${code.size} ${code.size}"
        width="120"
        height="120"
        shape-rendering="crispEdges"
      >
        <rect width=${code.size} height=${code.size} fill="#fff"></rect>
        <path d=${code.path} fill="#000"></path>
      </svg>`
    : nothing;
};
