import {SpassPortalCards} from '../elements/portal-cards/portal-cards.js';
import {PortalCardsView} from '../elements/portal-cards/portal-cards-view.js';

SpassPortalCards.loadView = () => PortalCardsView;
if (!customElements.get('spass-portal-cards'))
  customElements.define('spass-portal-cards', SpassPortalCards);

declare global {
  interface HTMLElementTagNameMap {
    'spass-portal-cards': SpassPortalCards;
  }
}
