import {SpassPortalCards} from '../elements/portal-cards/portal-cards.js';

if (!customElements.get('spass-portal-cards'))
  customElements.define('spass-portal-cards', SpassPortalCards);

declare global {
  interface HTMLElementTagNameMap {
    'spass-portal-cards': SpassPortalCards;
  }
}
