// `dist/cdn/spass-iframe.js`: makes each <iframe> that shows an `embed.html` as high as what is in it.
import {HEIGHT_MESSAGE} from './frame-message.js';

/** Pixels: beyond it a message is a mistake, or a joke. */
const HIGHEST = 20_000;

const isFrameOf = (frame: HTMLIFrameElement, {source, origin}: MessageEvent): boolean => {
  if (frame.contentWindow !== source) return false;
  // A sandboxed frame has no origin that could be compared; that it is the sender is certain all the same.
  const own = new URL(frame.src, document.baseURI);
  return /\/embed\.html$/.test(own.pathname) && (origin === own.origin || origin === 'null');
};

addEventListener('message', (message: MessageEvent<unknown>) => {
  const {type, height} = (message.data ?? {}) as {type?: unknown; height?: unknown};
  if (type !== HEIGHT_MESSAGE || typeof height !== 'number' || !(height >= 0)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (isFrameOf(frame, message)) frame.style.blockSize = `${Math.min(height, HIGHEST)}px`;
});
