// Entry of `dist/cdn/spass-iframe.js`: fits the height of each `<iframe>` that shows an `embed.html` to its
// content.
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Maximum height in CSS pixels; a larger one is treated as an error. */
const MAX_HEIGHT_PX = 20_000;

const isSentBy = (frame: HTMLIFrameElement, {source, origin}: MessageEvent): boolean => {
  if (frame.contentWindow !== source) return false;
  // A sandboxed frame has the opaque origin "null", which cannot be compared; `source` already identifies the frame.
  const frameUrl = new URL(frame.src, document.baseURI);
  return (
    /\/embed\.html$/.test(frameUrl.pathname) && (origin === frameUrl.origin || origin === 'null')
  );
};

addEventListener('message', (message: MessageEvent<unknown>) => {
  const {type, height} = (message.data ?? {}) as {type?: unknown; height?: unknown};
  if (type !== HEIGHT_MESSAGE || typeof height !== 'number' || !(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (isSentBy(frame, message)) frame.style.blockSize = `${Math.min(height, MAX_HEIGHT_PX)}px`;
});
