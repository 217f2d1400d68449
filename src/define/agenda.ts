import {SpassAgenda} from '../elements/agenda/agenda.js';
import {AgendaView} from '../elements/agenda/agenda-view.js';

SpassAgenda.loadView = () => AgendaView;
if (!customElements.get('spass-agenda')) customElements.define('spass-agenda', SpassAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'spass-agenda': SpassAgenda;
  }
}
