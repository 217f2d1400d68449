import {html, nothing} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Programme} from '../../../model/records.js';
import {renderImage, isDeferred} from '../pictures/picture.js';

/** Renders the funding statements and emblems that the programmes require. Identical ones are shown once. */
export function renderFunding(
  programmes: readonly (Programme | undefined)[],
  i18n: LocalizeController,
): unknown {
  const statements = new Map<string, NonNullable<Programme['funding']>>();
  for (const programme of programmes) {
    const funding = programme?.funding;
    if (!funding) continue;
    const {text, logo} = funding;
    if (text ?? logo) statements.set(JSON.stringify([text, logo?.src]), {text, logo});
  }
  if (statements.size === 0) return nothing;
  return [...statements.values()].map(({text, logo}) => {
    const statement = i18n.text(text);
    const emblem =
      logo &&
      (isDeferred(logo.src) ? html`${i18n.text(logo.alt).value} ` : renderImage(logo, i18n));
    return html`${emblem}<span lang=${statement.lang ?? nothing}>${statement.value}</span>`;
  });
}
