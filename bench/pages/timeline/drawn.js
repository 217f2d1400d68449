// HTML that our timeline has drawn in another page, inserted at once: what its nodes and styles take without its scripts.
import {countNodes, timedUntilQuiet} from '../clock.js';

const host = document.createElement('div');
let drawn;

globalThis.contest = {
  prepare(given) {
    drawn = given;
  },
  show: () =>
    timedUntilQuiet(
      () => {
        const root = host.attachShadow({mode: 'open'});
        root.adoptedStyleSheets = drawn.styles.map(text => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          return sheet;
        });
        root.innerHTML = drawn.html;
        document.body.append(host);
      },
      () => true,
    ),
  nodes: () => countNodes(),
  bars: () => host.shadowRoot.querySelectorAll('.bar').length,
};
