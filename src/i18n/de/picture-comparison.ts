import type {MessageSections} from '../messages.js';

export const pictureComparison: MessageSections['thenAndNow'] = {
  before: 'Vorher',
  after: 'Nachher',
  compareHandle: 'Anteil des früheren Bildes',
  shares: (before, share, after, rest) => `${before}: ${share} %, ${after}: ${rest} %`,
  beforeLost: 'Das frühere Bild konnte nicht geladen werden',
  afterLost: 'Das spätere Bild konnte nicht geladen werden',
};
