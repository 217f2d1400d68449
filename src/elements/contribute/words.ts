import type {LocalizeController} from '../../controllers/localize-controller.js';

/** The sentences that the form and its pieces say. */
export type Words = LocalizeController<'contribute' | 'finding' | 'map' | 'places'>;
