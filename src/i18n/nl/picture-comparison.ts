import type {MessageSections} from '../messages.js';

export const pictureComparison: MessageSections['thenAndNow'] = {
  before: 'Vroeger',
  after: 'Nu',
  compareHandle: 'Aandeel van het beeld van vroeger',
  shares: (before, share, after, rest) => `${before}: ${share}%, ${after}: ${rest}%`,
  beforeLost: 'Het beeld van vroeger kon niet worden geladen',
  afterLost: 'Het beeld van nu kon niet worden geladen',
};
