import type {MessageSections} from '../messages.js';

export const pictureComparison: MessageSections['thenAndNow'] = {
  before: 'Before',
  after: 'After',
  compareHandle: 'Share of the earlier picture',
  shares: (before, share, after, rest) => `${before}: ${share}%, ${after}: ${rest}%`,
  beforeLost: 'The earlier picture could not be loaded',
  afterLost: 'The later picture could not be loaded',
};
