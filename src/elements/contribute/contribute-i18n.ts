import type {LocalizeController} from '../../controllers/localize-controller.js';

/** Localization of the form and its fields. */
export type ContributeI18n = LocalizeController<'contribute' | 'placeSearch' | 'map' | 'places'>;
